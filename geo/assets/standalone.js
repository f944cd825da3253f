/* The standalone map: everything it shows is in the JSON beside it; nothing is fetched, every text is set as text. */
(function () {
  "use strict";

  var given = JSON.parse(document.getElementById("atlas-data").textContent);
  var say = given.texts, root = document.documentElement;
  var families = {}, typeFamily = {};
  given.families.forEach(function (family) {
    families[family.id] = family;
    family.types.forEach(function (type) { typeFamily[type] = family; });
  });
  var day = 86400000, rows = given.events;
  rows.forEach(function (row) {
    row.from = row.first ? Date.parse(row.first) / day : null;
    row.until = row.last ? Date.parse(row.last) / day : row.from;
    row.family = typeFamily[row.type] || given.families[given.families.length - 1];
  });
  var dated = rows.filter(function (row) { return row.from !== null; });
  var earliest = dated.reduce(function (least, row) { return Math.min(least, row.from); }, Infinity);
  var latest = dated.reduce(function (most, row) { return Math.max(most, row.until); }, -Infinity);
  if (!dated.length) { earliest = latest = 0; }

  var state = {
    theme: window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
    from: earliest, until: latest, at: null, shown: 50,
    families: new Set(given.families.map(function (family) { return family.id; })),
    outlet: null,
    layers: new Set(["events", "areas", "names", "routes"])
  };
  if (given.theme) { state.theme = given.theme; }

  function make(tag, attributes, children) {
    var element = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) {
      if (name === "text") { element.textContent = attributes.text; } else { element.setAttribute(name, attributes[name]); }
    });
    (children || []).forEach(function (child) { if (child) { element.appendChild(child); } });
    return element;
  }
  function fill(text, values) { return text.replace(/\{(\w+)\}/g, function (_, name) { return values[name]; }); }
  function colours() { return given.palettes[state.theme]; }
  function colour(family) { return state.theme === "dark" ? family.dark : family.colour; }
  function date(number) { return new Date(number * day).toISOString().slice(0, 10); }
  function byId(id) { return document.getElementById(id); }

  var SHAPES = {
    circle: "M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z", square: "M2 2h12v12H2z", diamond: "M8 .5L15.5 8L8 15.5L.5 8z",
    triangle: "M8 .8L15.3 14H.7z", pentagon: "M8 .8L15.3 6.1L12.5 14.6H3.5L.7 6.1z"
  };
  function symbol(family) {
    var drawn = document.createElementNS("http://www.w3.org/2000/svg", "svg"), path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    drawn.setAttribute("viewBox", "0 0 16 16"); drawn.setAttribute("width", "14"); drawn.setAttribute("height", "14");
    drawn.setAttribute("aria-hidden", "true");
    path.setAttribute("d", SHAPES[family.shape]); path.setAttribute("fill", colour(family));
    drawn.appendChild(path);
    return drawn;
  }

  /* What is chosen */
  function whole() { return state.from <= earliest && state.until >= latest; }
  function chosen(row) {
    if (!state.families.has(row.family.id)) { return false; }
    if (state.outlet !== null && (row.outlet || "") !== state.outlet) { return false; }
    return row.from === null ? whole() : row.from <= state.until && row.until >= state.from;
  }

  /* The map */
  var map = L.map("map", { preferCanvas: true, minZoom: 3, maxZoom: 15, zoomSnap: 0.5 });
  map.attributionControl.setPrefix(false).addAttribution(given.credit);
  L.control.scale({ imperial: false }).addTo(map);
  var ground = L.layerGroup().addTo(map), drawn = {};
  ["areas", "density", "dated", "routes", "names", "events"].forEach(function (name) { drawn[name] = L.layerGroup().addTo(map); });

  function put(group, features) {
    group.clearLayers();
    if (!features.length) { return; }
    var layer = L.geoJSON({ type: "FeatureCollection", features: features }, window.atlas.options(tone()));
    if (group === drawn.events) { layer.on("click", opened); }
    group.addLayer(layer);
  }
  function opened(event) {
    state.at = event.layer.feature.properties.place;
    state.shown = 50;
    draw();
    byId("here").scrollIntoView({ block: "nearest", behavior: "smooth" });
  }
  function feature(geometry, properties) { return { type: "Feature", geometry: geometry, properties: properties }; }
  function point(lon, lat) { return { type: "Point", coordinates: [lon, lat] }; }

  function drawGround() {
    var tone = colours();
    map.getContainer().style.background = tone.water;
    ground.clearLayers();
    [["land", { stroke: false, fillColor: tone.land, fillOpacity: 1 }], ["districts", { color: tone.district, weight: 0.7, fill: false }],
      ["rivers", { color: tone.river, weight: 1.3, fill: false }], ["lakes", { stroke: false, fillColor: tone.water, fillOpacity: 1 }],
      ["boundaries", { color: tone.boundary, weight: 1.2, fill: false }]].forEach(function (each) {
      ground.addLayer(L.geoJSON(given.background[each[0]], { style: each[1], interactive: false }));
    });
  }

  function grouped(list) {
    var groups = new Map();
    list.forEach(function (row) {
      if (!row.place) { return; }
      var key = row.place + "|" + row.precision + "|" + (row.radius ? "near" : "");
      if (!groups.has(key)) { groups.set(key, { place: row.place, precision: row.precision, radius: 0, rows: [], counts: {}, courses: {} }); }
      var group = groups.get(key);
      (row.courses || []).forEach(function (number) { group.courses[number] = true; });
      group.rows.push(row);
      group.radius = Math.max(group.radius, row.radius || 0);
      group.counts[row.family.id] = (group.counts[row.family.id] || 0) + 1;
    });
    return Array.from(groups.values()).sort(function (one, other) { return other.rows.length - one.rows.length; });
  }

  function leading(counts) {
    return given.families.reduce(function (best, family) {
      return (counts[family.id] || 0) > (counts[best.id] || 0) ? family : best;
    });
  }

  function tone() {
    return Object.assign({ families: given.families.map(function (family) { return { shape: family.shape, colour: colour(family) }; }) }, colours());
  }

  function marker(group, most) {
    var place = given.places[group.place], n = group.rows.length;
    var exact = (group.precision === "point" || group.precision === "route") && !group.radius;
    var at = group.precision === "point" || !place.inside ? [place.lon, place.lat] : place.inside;
    if (group.radius) { at = onRing(place, group.radius); }
    var told = given.families.filter(function (family) { return group.counts[family.id]; }).map(function (family) {
      return family.label + " " + group.counts[family.id];
    }).join(", ");
    var look = { radius: 4.5 + Math.min(2.4, 22 / Math.sqrt(most)) * Math.sqrt(n), soft: !exact,
      counts: given.families.map(function (family) { return group.counts[family.id] || 0; }) };
    return feature(point(at[0], at[1]), { place: group.place, look: look, tip: [place.name, told] });
  }

  function onRing(place, km) {
    var up = km * Math.SQRT1_2 / 111.2;
    return [place.lon + up / Math.cos(place.lat * Math.PI / 180), place.lat + up];
  }

  function area(group) {
    var place = given.places[group.place], shade = colour(leading(group.counts));
    if (group.radius) {
      return feature(point(place.lon, place.lat), { look: { metres: group.radius * 1000, color: shade, weight: 1, dashArray: "3 4", fillColor: shade, fillOpacity: 0.06 } });
    }
    if (!place.shape || group.precision === "point") { return null; }
    if (group.precision === "country") { return null; }
    if (group.precision === "route") { return feature(ways(group) || place.shape, { look: { color: shade, weight: 2, opacity: 0.8, fill: false } }); }
    return feature(place.shape, { look: { color: shade, weight: 1, opacity: 0.7, dashArray: "4 4", hatch: shade, fillOpacity: group.precision === "region" ? 0.18 : 0.35 } });
  }

  function ways(group) {
    var numbers = Object.keys(group.courses);
    if (!numbers.length) { return null; }
    return { type: "MultiLineString", coordinates: numbers.map(function (number) {
      return given.courses[group.place][number].shape.coordinates; }) };
  }

  function courseOn(route, on) {
    var way = (given.courses[route.place] || []).filter(function (each) {
      return (!each.first || Date.parse(each.first) / day <= on) && (!each.last || Date.parse(each.last) / day >= on); }).pop();
    return way ? way.shape : route.shape;
  }

  function density(groups) {
    var cells = {}, most = 1;
    groups.filter(function (group) { return group.precision === "point"; }).forEach(function (group) {
      var place = given.places[group.place], key = Math.floor(place.lon * 10) + "|" + Math.floor(place.lat * 10);
      cells[key] = (cells[key] || 0) + group.rows.length;
      most = Math.max(most, cells[key]);
    });
    return Object.keys(cells).map(function (key) {
      var west = key.split("|")[0] / 10, south = key.split("|")[1] / 10, e = west + 0.1, n = south + 0.1;
      return feature({ type: "Polygon", coordinates: [[[west, south], [e, south], [e, n], [west, n], [west, south]]] },
        { tip: [String(cells[key])], look: { stroke: false, fillColor: colours().blocked, fillOpacity: 0.12 + 0.6 * Math.sqrt(cells[key] / most) } });
    });
  }

  var DASHES = { blocked: "1 7", restricted: "8 6", open: null, unknown: "2 6" };
  function routes() {
    return given.routes.map(function (route) {
      var now = route.spans.filter(function (span) { return Date.parse(span.first) / day <= state.until; }).pop();
      if (!now) { return null; }
      var known = Date.parse(now.last) / day >= state.until, shown = known ? now.state : "unknown";
      return feature(courseOn(route, state.until), {
        place: route.place, look: { color: colours()[shown], weight: 6, opacity: 0.55, fill: false, dashArray: DASHES[shown] },
        tip: [route.name, known ? say["route." + now.state] : fill(say.lapsed, { state: say["route." + now.state], day: now.told }),
          fill(say.reported, { day: now.first, outlet: now.outlet || say.unnamed })]
      });
    }).filter(Boolean);
  }
  function lines() {
    return given.dated.filter(function (line) {
      return Date.parse(line.first) / day <= state.until && Date.parse(line.last) / day >= state.from;
    }).map(function (line) {
      return feature(line.shape, { tip: [line.name, line.first.slice(0, 4) + "–" + line.last.slice(0, 4), line.source],
        look: { color: colours().dated, weight: 2, dashArray: "6 5", opacity: 0.8, fill: false } });
    });
  }
  function names() {
    return given.labels.map(function (name) {
      var tone = colours(), look = Object.assign({}, name.look, { color: name.look.quiet ? tone.quiet : tone.ink, halo: tone.halo });
      return feature(point(name.lon, name.lat), { look: look });
    });
  }

  function on(layer, features) { put(drawn[layer], state.layers.has(layer) ? features() : []); }

  function draw() {
    var list = rows.filter(chosen), groups = grouped(list), most = groups.length ? groups[0].rows.length : 1;
    on("areas", function () { return groups.map(area).filter(Boolean); });
    on("density", function () { return density(groups); });
    on("dated", lines);
    on("routes", routes);
    on("events", function () { return groups.map(function (group) { return marker(group, most); }); });
    tell(list);
    listing(list);
    table(list);
    histogram();
    byId("from").value = state.from; byId("until").value = state.until;
    byId("days").textContent = dated.length ? date(state.from) + " – " + date(state.until) : say.nodates;
  }
  function redraw() { drawGround(); on("names", names); legend(); draw(); }

  function tell(list) {
    var placed = list.filter(function (row) { return row.place; }).length;
    byId("counts").textContent = fill(say.counts, { shown: list.length, total: given.counts.total, unplaced: list.length - placed,
      undated: list.filter(function (row) { return row.from === null; }).length }) +
      (given.counts.shown > rows.length ? " " + fill(say.capped, { kept: rows.length, shown: given.counts.shown }) : "");
  }

  /* Cards and table */
  function quote(row) {
    var letters = Array.from(row.quote), box = make("blockquote", { lang: row.language });
    box.appendChild(document.createTextNode(letters.slice(0, row.mark[0]).join("")));
    if (row.mark[1] > row.mark[0]) { box.appendChild(make("mark", { text: letters.slice(row.mark[0], row.mark[1]).join("") })); }
    box.appendChild(document.createTextNode(letters.slice(row.mark[1]).join("")));
    return box;
  }
  function source(row) {
    var outlet = row.outlet || say.unnamed, told = row.title ? outlet + ": " + row.title : outlet;
    if (/^https?:\/\//i.test(row.url || "")) { return make("a", { href: row.url, rel: "noopener noreferrer", target: "_blank", text: told }); }
    return make("span", { text: told });
  }
  function when(row) {
    if (!row.first) { return say.undated; }
    return (row.last && row.last !== row.first ? row.first + " – " + row.last : row.first) + " (" + say["precision." + row.datePrecision] + ")";
  }
  function where(row) { return row.place ? given.places[row.place].name + (row.precision === "point" ? "" : " (" + say["where." + row.precision] + ")") : say.unplaced; }
  function card(row) {
    return make("article", { class: "card" }, [
      make("p", { class: "head" }, [symbol(row.family), make("span", { text: given.types[row.type] || row.type }),
        row.status === "reported" ? null : make("span", { class: "badge", text: say["status." + row.status] })]),
      make("p", { class: "when", text: when(row) + " · " + where(row) }),
      quote(row),
      row.toll ? make("p", { text: row.toll }) : null,
      make("p", { class: "from" }, [source(row), make("span", { text: " · " + say["by." + row.by] })])
    ]);
  }
  function listing(list) {
    var box = byId("here"), found = state.at ? list.filter(function (row) { return row.place === state.at; }) : [];
    box.textContent = "";
    box.appendChild(make("h2", { text: state.at ? fill(say.here, { place: given.places[state.at].name, n: found.length }) : say.nothere }));
    found.slice(0, state.shown).forEach(function (row) { box.appendChild(card(row)); });
    if (found.length > state.shown) {
      var more = box.appendChild(make("button", { type: "button", text: fill(say.more, { n: found.length - state.shown }) }));
      more.addEventListener("click", function () { state.shown += 50; draw(); });
    }
  }
  function table(list) {
    var body = byId("rows");
    byId("twin-count").textContent = String(list.length);
    body.textContent = "";
    if (!byId("twin").open) { return; }
    list.forEach(function (row) {
      body.appendChild(make("tr", {}, [make("td", { class: "nowrap", text: row.first || say.undated }), make("td", { text: given.types[row.type] || row.type }),
        make("td", { text: where(row) }), make("td", { text: row.quote, lang: row.language }), make("td", {}, [source(row)])]));
    });
  }

  /* Time */
  function histogram() {
    var box = byId("histogram"), ctx = box.getContext("2d"), wide = box.clientWidth || 600, high = 56, ratio = window.devicePixelRatio || 1;
    box.width = wide * ratio; box.height = high * ratio;
    ctx.scale(ratio, ratio);
    if (!dated.length) { return; }
    var bins = Math.max(1, Math.min(Math.floor(wide / 7), latest - earliest + 1)), size = (latest - earliest + 1) / bins, sums = [], most = 1;
    for (var bin = 0; bin < bins; bin++) { sums.push({}); }
    dated.forEach(function (row) {
      if (!state.families.has(row.family.id) || (state.outlet !== null && (row.outlet || "") !== state.outlet)) { return; }
      var sum = sums[Math.min(bins - 1, Math.floor((row.from - earliest) / size))];
      sum[row.family.id] = (sum[row.family.id] || 0) + 1;
      sum.all = (sum.all || 0) + 1;
      most = Math.max(most, sum.all);
    });
    sums.forEach(function (sum, number) {
      var first = earliest + number * size, top = high, inside = first + size > state.from && first <= state.until;
      ctx.globalAlpha = inside ? 1 : 0.25;
      given.families.forEach(function (family) {
        var tall = (sum[family.id] || 0) / most * (high - 4);
        ctx.fillStyle = colour(family);
        ctx.fillRect(number * wide / bins + 0.5, top - tall, Math.max(wide / bins - 1, 1), tall);
        top -= tall;
      });
    });
  }
  function slider(id, move) {
    var input = byId(id);
    input.min = earliest; input.max = latest;
    input.addEventListener("input", function () { move(+input.value); draw(); });
    input.setAttribute("aria-label", say[id]);
  }
  slider("from", function (value) { state.from = Math.min(value, state.until); });
  slider("until", function (value) { state.until = Math.max(value, state.from); });
  var playing = null;
  function stop() { window.clearInterval(playing); playing = null; byId("play").textContent = say.play; }
  byId("play").addEventListener("click", function () {
    if (playing) { stop(); return; }
    byId("play").textContent = say.pause;
    var step = Math.max(1, Math.round((latest - earliest) / 60));
    if (whole()) { state.until = Math.min(state.from + step, latest); }
    playing = window.setInterval(function () {
      state.until = Math.min(state.until + step, latest);
      draw();
      if (state.until >= latest) { stop(); }
    }, 500);
  });
  byId("reset").addEventListener("click", function () {
    stop();
    Object.assign(state, { from: earliest, until: latest, at: null, outlet: null, families: new Set(Object.keys(families)) });
    byId("outlet").value = "*";
    redraw();
  });

  /* Legend, layers, outlets */
  function choice(text, checked, changed, before, after) {
    var box = make("input", { type: "checkbox" });
    box.checked = checked;
    box.addEventListener("change", function () { changed(box.checked); });
    return make("label", { class: "choice" }, [box, before, make("span", { text: text }), after]);
  }
  function toggle(set, value) { return function (checked) { if (checked) { set.add(value); } else { set.delete(value); } redraw(); }; }
  function legend() {
    var kept = document.activeElement && document.activeElement.closest && document.activeElement.closest("#families,#layers");
    var index = kept ? Array.from(kept.querySelectorAll("input")).indexOf(document.activeElement) : -1;
    var box = byId("families"), layers = byId("layers");
    box.textContent = layers.textContent = "";
    given.families.forEach(function (family) {
      var n = rows.filter(function (row) { return row.family === family; }).length;
      box.appendChild(choice(family.label, state.families.has(family.id), toggle(state.families, family.id), symbol(family), make("span", { class: "n", text: String(n) })));
    });
    ["events", "areas", "density", "routes", "dated", "names"].forEach(function (name) {
      layers.appendChild(choice(say["layer." + name], state.layers.has(name), toggle(state.layers, name)));
    });
    if (kept && index >= 0) { kept.querySelectorAll("input")[index].focus(); }
  }
  var outlets = Array.from(new Set(rows.map(function (row) { return row.outlet || ""; }))).sort();
  byId("outlet").appendChild(make("option", { value: "*", text: say.alloutlets }));
  outlets.forEach(function (outlet) { byId("outlet").appendChild(make("option", { value: "=" + outlet, text: outlet || say.unnamed })); });
  byId("outlet").addEventListener("change", function (event) {
    state.outlet = event.target.value === "*" ? null : event.target.value.slice(1);
    draw();
  });
  byId("theme").addEventListener("click", function () { dress(state.theme === "dark" ? "light" : "dark"); redraw(); });
  byId("twin").addEventListener("toggle", draw);
  function dress(theme) { state.theme = theme; root.dataset.theme = theme; }

  window.addEventListener("resize", histogram);
  dress(state.theme);
  map.setView([39.85, 46.9], 8.5);
  var near = rows.filter(function (row) { return row.place && (row.precision === "point" || row.precision === "route"); }).map(function (row) {
    return [given.places[row.place].lat, given.places[row.place].lon];
  }).filter(function (at) { return at[1] > 43 && at[1] < 51 && at[0] > 38 && at[0] < 42.2; });
  function most(axis) {
    var sorted = near.map(function (at) { return at[axis]; }).sort(function (one, other) { return one - other; });
    return [sorted[Math.floor(sorted.length * 0.15)], sorted[Math.ceil(sorted.length * 0.85) - 1]];
  }
  if (near.length > 1) { map.fitBounds(L.latLngBounds([most(0)[0], most(1)[0]], [most(0)[1], most(1)[1]]).pad(0.2), { maxZoom: 10, animate: false }); }
  redraw();
})();
