// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * Words of everyday language, first names, animals, materials, figures of myth, that products are called by and that other makers call theirs by as well, folded:
 * alone and without a vendor they are no evidence. Names that are words too but stand for one thing in every inventory (Python, Opera, Blender) are not here.
 * Own collection; English, German, French, Polish.
 */
export const EVERYDAY_WORDS: ReadonlySet<string> = new Set(
  (
    'age greenlight taiga zulu kong aide teleport chef nitro parallels jump lumen nimble pac isi zap cmi eiq fet node moby borg traps palo mustang whisper picture rainbow remedy bro lumi etcher alma amber anchor angel apex apollo apple aqua arc arch ares argus aria ariane ark arrow artemis atlas atom aurora avalon axis azur bamboo basilisk beacon bee berlin bird blitz blue bolt bonsai bottle bottles box bravo breeze bulk caddy ' +
    'canvas caravel cardo castor caesar cedar celsius central chain charlie chess chime circle citrus clara claude clever cloudy cobra comet compass concerto condor conductor consul coral corona cosmos crystal cube cyclone dali dante dash daisy delphin ' +
    'delta denver desk dia diamond digital dino discourse discovery ditto dock dragon dynamic eagle earth easy echo eden edison edwin einstein element elements elephant emma enigma ente envoy epos eule eva everest evolution falcon falke ' +
    'faust felix fenster fidelio finch firefly fleet flame flask flash flexi flow focus folio foreman forest fortuna forum fox frank frida frontier fuchs fusion galaxy galaxie garage garden gate gemini genesis genie geo ghost gibbon globe globus gold ' +
    'granit graphite grass green grid griffin grist guardian hades hammer harbor hawk harvester heidi helios helium helm herkules hermes hera hexa hibiscus hive home horizon hydra hyperion icarus ida igel impact imperial indigo indico infinity insomnia ' +
    'inspire iris isis island ivy jade jaguar janus jasmin jasper juno jupiter kaleidoskop karma karla kate kea kepler kiwi klarschiff kobalt kolibri komet kompass konto kristall labor lagoon lama laser leaflet leo lens leopard liberty light lighthouse ' +
    'lima linda linea lion little lotse lotus luna lux lynx lyra maestro magellan magnet magnolia mammut mango mantis maple mara marathon mars mastodon matrix mavis max maxima medusa meld mercator mercury merlin mermaid meta meteor metro midas minerva miro ' +
    'mirror mobil model monica monitor monolith moon mosaic mosaik mozart mumble muse nautilus navigator nebula neo neptun neptune nest neuron newton nexus nimbus nordic nova oasis ocean octopus odin odyssey olymp olympus omega ' +
    'onyx opal optimus oracle orange orbit orca orchid orion osiris otter outline owl oxygen palette panda pandora panorama panther pascal pass patch pegasus pelikan penguin penta perseus phoenix pilot pinguin pioneer piranha pixel planet plane ' +
    'planon plasma pluto polar polaris pollux poseidon postbox prelude prima prime primus prisma prism progress prometheus prosody proton puls pulsar pulse puma pulp pyramid quantum quark quartz quasar quick radar rabbit rainbow ralph ' +
    'ranger raven rebel redwood regatta regina reinhardt renovate retro rex ring ritter river robin rock rocket rosetta rubin rudder saga salt saturn scala scarab scout seal sentinel session shadow shark sherlock sierra sigma ' +
    'signal silver simplex sirius sky sofia solar solid solo sonar sonic sonne sparrow spectrum sphinx spider spiral spirit spring sprint stage star steam stella stern sterling stone storm stream sun sunrise swan swift switch symphony synapse ' +
    'tails talent tandem tang target taurus tempo tempus terra tetra thales themis thor tiger titan topas torch tornado totem tower track triton trinity trio trident triumph tulip turbo turing twenty twin ulysses umbrella unicorn union unity universe uranus ' +
    'ursa vault vector vega velo venus vera verona victor victoria viking viper virgo vista vita viva vulcan vulkan wave wiesel willow wind wine wing wire wolf wombat yoga zebra zen zenith zephyr zeus zinc zirkel zodiac'
  ).split(' '),
);
