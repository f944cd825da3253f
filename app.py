"""The web explorer's front door: ``streamlit run app.py -- STORE`` sets the page up and navigates, nothing else."""

import sys

import streamlit as st

from views import ICON, PAGES, begin, page_of

st.set_page_config(layout="wide", page_icon=ICON)
visit = begin(sys.argv[1:])
if visit is not None:
    st.navigation([page_of(page, visit) for page in PAGES], position="top").run()
