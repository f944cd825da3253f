/* How the atlas draws on Leaflet's canvas: markers with a shape per family and a ring of shares, hatched areas, safe
   tooltips. Every text is set as text, never as markup. Used by the explorer and by the standalone map. */
window.atlas = window.atlas || (function () {
  "use strict";

  var CORNERS = { square: 4, diamond: 4, triangle: 3, pentagon: 5 };
  var TURN = { square: Math.PI / 4, diamond: 0, triangle: 0, pentagon: 0 };
  var GROW = { square: 1.15, diamond: 1.2, triangle: 1.3, pentagon: 1.1 };

  var Marker = L.CircleMarker.extend({
    _updatePath: function () {
      var renderer = this._renderer, ctx = renderer._ctx, at = this._point, radius = Math.max(this._radius, 2);
      if (!ctx) { L.CircleMarker.prototype._updatePath.call(this); return; }
      if (!renderer._drawing || this._empty()) { return; }
      ring(ctx, at, radius + 3.5, this.options.shares || []);
      outline(ctx, at, radius, this.options.shape);
      renderer._fillStroke(ctx, this);
      if (this.options.count) { number(ctx, at, radius, this.options); }
    }
  });

  function outline(ctx, at, radius, shape) {
    ctx.beginPath();
    var corners = CORNERS[shape], grown = radius * (GROW[shape] || 1);
    if (!corners) { ctx.arc(at.x, at.y, radius, 0, Math.PI * 2); return; }
    for (var corner = 0; corner < corners; corner++) {
      var angle = TURN[shape] - Math.PI / 2 + corner * 2 * Math.PI / corners;
      ctx.lineTo(at.x + grown * Math.cos(angle), at.y + grown * Math.sin(angle));
    }
    ctx.closePath();
  }

  function ring(ctx, at, radius, shares) {
    if (shares.length < 2) { return; }
    var total = shares.reduce(function (sum, share) { return sum + share[1]; }, 0), from = -Math.PI / 2;
    ctx.save();
    ctx.setLineDash([]);
    ctx.lineWidth = 3;
    ctx.globalAlpha = 0.95;
    shares.forEach(function (share) {
      var to = from + 2 * Math.PI * share[1] / total;
      ctx.beginPath();
      ctx.strokeStyle = share[0];
      ctx.arc(at.x, at.y, radius, from, to);
      ctx.stroke();
      from = to;
    });
    ctx.restore();
  }

  function number(ctx, at, radius, options) {
    if (radius < 9) { return; }
    ctx.save();
    ctx.globalAlpha = 1;
    ctx.fillStyle = options.ink || "#fff";
    ctx.font = "600 " + Math.min(13, Math.round(radius * 0.95)) + "px system-ui, sans-serif";
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.fillText(String(options.count), at.x, at.y + 0.5);
    ctx.restore();
  }

  var hatches = {};
  function hatch(colour) {
    if (!hatches[colour]) {
      var tile = document.createElement("canvas"), ctx = tile.getContext("2d");
      tile.width = tile.height = 8;
      ctx.strokeStyle = colour;
      ctx.lineWidth = 1.2;
      ctx.beginPath();
      [[-2, 2, 2, -2], [0, 8, 8, 0], [6, 10, 10, 6]].forEach(function (stroke) {
        ctx.moveTo(stroke[0], stroke[1]);
        ctx.lineTo(stroke[2], stroke[3]);
      });
      ctx.stroke();
      hatches[colour] = ctx.createPattern(tile, "repeat");
    }
    return hatches[colour];
  }

  function style(feature) {
    var look = Object.assign({}, (feature && feature.properties.look) || {});
    if (look.hatch) { look.fillColor = hatch(look.hatch); }
    return look;
  }

  /* A marker by the numbers of each family: the leading one gives colour and shape, the ring shows the shares; hollow
     and dashed where the place is only roughly known. */
  function dressed(look, tone) {
    var best = 0, shares = [], total = 0;
    look.counts.forEach(function (n, number) {
      total += n;
      if (n > look.counts[best]) { best = number; }
      if (n) { shares.push([tone.families[number].colour, n]); }
    });
    var family = tone.families[best];
    return Object.assign(look, { shape: family.shape, count: total, shares: shares, fillOpacity: 0.88 }, look.soft
      ? { fillColor: tone.land, color: family.colour, ink: tone.ink, weight: 2, dashArray: "3 3" }
      : { fillColor: family.colour, color: tone.stroke, ink: tone.stroke, weight: 1.2 });
  }

  function marker(feature, at, tone) {
    var look = style(feature);
    if (look.label) { return label(feature, at, look); }
    if (look.dot) { return new L.CircleMarker(at, Object.assign({ radius: 2.5, weight: 1, fillOpacity: 1 }, look)); }
    if (look.metres) { return new L.Circle(at, Object.assign(look, { radius: look.metres })); }
    return new Marker(at, dressed(look, tone));
  }

  function label(feature, at, look) {
    var text = document.createElement("span");
    text.textContent = look.label;
    text.className = "atlas-text";
    text.style.cssText = "position:absolute;white-space:nowrap;pointer-events:none;font:" +
      (look.font || "12px system-ui,sans-serif") + ";color:" + look.color + ";letter-spacing:" + (look.spacing || "0") +
      ";transform:translate(" + (look.centred ? "-50%" : (look.aside || 6) + "px") + ",-50%);text-shadow:0 0 2px " + look.halo +
      ",0 0 2px " + look.halo + ",0 0 4px " + look.halo;
    text.dataset.rank = look.rank || 0;
    text.dataset.from = look.from || 0;
    text.dataset.to = look.to || 30;
    var icon = L.divIcon({ html: text, className: "atlas-label", iconSize: [0, 0] });
    var drawn = L.marker(at, { icon: icon, interactive: false, keyboard: false });
    drawn.on("add", function () { watch(drawn._map); });
    return drawn;
  }

  function watch(map) {
    if (!map._atlasLabels) {
      map._atlasLabels = true;
      map.on("zoomend", function () { later(map); });
    }
    later(map);
  }

  function later(map) {
    window.cancelAnimationFrame(map._atlasFrame);
    map._atlasFrame = window.requestAnimationFrame(function () { declutter(map); });
  }

  function declutter(map) {
    var zoom = map.getZoom(), taken = [];
    var texts = Array.prototype.slice.call(map.getPane("markerPane").querySelectorAll(".atlas-text"));
    texts.sort(function (one, other) { return one.dataset.rank - other.dataset.rank; });
    texts.forEach(function (text) {
      var box = text.getBoundingClientRect();
      var free = zoom >= +text.dataset.from && zoom <= +text.dataset.to && !taken.some(function (other) {
        return box.left < other.right + 4 && box.right + 4 > other.left && box.top < other.bottom && box.bottom > other.top;
      });
      text.style.visibility = free ? "visible" : "hidden";
      if (free) { taken.push(box); }
    });
  }

  function lines(texts) {
    var box = document.createElement("div");
    texts.forEach(function (text, number) {
      var line = box.appendChild(document.createElement(number ? "div" : "strong"));
      line.textContent = text;
      line.style.display = "block";
    });
    return box;
  }

  function bind(feature, layer) {
    var tip = feature.properties.tip;
    if (tip && tip.length) { layer.bindTooltip(function () { return lines(tip); }, { sticky: true, className: "atlas-tip" }); }
  }

  function options(tone) {
    return { pointToLayer: function (feature, at) { return marker(feature, at, tone); }, style: style, onEachFeature: bind };
  }

  /* The map's own controls and tooltips in the colours of its theme. */
  function dress(map, colours) {
    var sheet = document.getElementById("atlas-style") || document.head.appendChild(document.createElement("style"));
    sheet.id = "atlas-style";
    sheet.textContent = ".leaflet-bar a,.leaflet-bar a:hover,.leaflet-tooltip,.leaflet-container .leaflet-control-attribution," +
      ".leaflet-container .leaflet-control-attribution a{background:" + colours.land + ";color:" + colours.ink + ";border-color:" +
      colours.boundary + "}.leaflet-bar a.leaflet-disabled{color:" + colours.quiet + "}.leaflet-tooltip-left:before{border-left-color:" +
      colours.land + "}.leaflet-tooltip-right:before{border-right-color:" + colours.land + "}.leaflet-control-scale-line{background:" +
      "none;text-shadow:none;color:" + colours.quiet + ";border-color:" + colours.quiet + "}.leaflet-tooltip{white-space:normal;" +
      "width:max-content;max-width:20rem}";
    map.getContainer().style.background = colours.water;
    map.attributionControl.setPrefix(false);
  }

  /* The layers of the background, from the shapes that are served beside this script; [name, look] from the lowest. */
  function background(map, looks, credit) {
    looks.forEach(function (each) {
      var look = Object.assign({}, each[1]);
      L.geoJSON(window.atlas.shapes[each[0]], { style: function () { return look; }, interactive: false, attribution: credit }).addTo(map);
    });
  }

  /* Maps of the same name in this browser, each in a frame of its own, show the same part of the world. */
  function together(map, name) {
    var channel = new BroadcastChannel("atlas-" + name), following = false;
    if (window.atlas.channel) { window.atlas.channel.close(); }
    window.atlas.channel = channel;
    map.on("move", function () {
      var centre = map.getCenter();
      if (!following) { channel.postMessage([centre.lat, centre.lng, map.getZoom()]); }
    });
    channel.onmessage = function (message) {
      following = true;
      map.setView([message.data[0], message.data[1]], message.data[2], { animate: false });
      following = false;
    };
  }

  return { Marker: Marker, dress: dress, background: background, together: together, marker: marker, style: style, bind: bind, hatch: hatch, lines: lines, options: options };
})();
