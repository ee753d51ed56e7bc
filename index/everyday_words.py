"""English words of everyday life that look like slips of words of working life: "whale" was not meant to be "while". Data only."""

from __future__ import annotations

from index.analyzers import stem

EVERYDAY_STEMS = frozenset(
    map(
        stem,
        """
        alligator antelope badger beaver beetle bird bison bull bunny butterfly camel canary cattle chicken cobra crab crocodile
        crow deer dinosaur dog dolphin donkey dove dragon duck eagle eel elephant falcon ferret finch fish flamingo flea fox frog
        giraffe goat goose gorilla hamster hare hawk hedgehog hen heron hippo horse hound hyena insect jackal jaguar jellyfish kangaroo
        kitten koala lamb leopard lion lizard llama lobster magpie mole monkey moose mosquito moth mouse mule newt octopus otter owl ox
        oyster panda panther parrot peacock pelican penguin pigeon pony poodle puma puppy rabbit raccoon raven reindeer rhino robin rooster
        salmon scorpion seagull seal shark sheep shrimp skunk sloth slug snail snake sparrow spider squid squirrel stork swan tadpole tiger
        toad trout tuna turkey turtle vulture walrus wasp weasel whale wolf worm zebra
        acorn bamboo beech birch blossom bush cactus cedar clover daffodil daisy elm fern flower garlic ginger grape grass hazel heather
        herb holly iris ivy jasmine lavender leek lemon lentil lettuce lily lime maple marigold melon mint moss mushroom mustard nettle oak
        olive onion orchid palm parsley pea peach peanut pear pepper pine plum poppy potato pumpkin radish raspberry rhubarb rose sage
        spinach strawberry thistle tomato truffle tulip turnip violet walnut willow yew
        bacon bagel beef beer biscuit brandy bread broth butter cake candy caramel cheese chocolate cider cocktail coffee cream
        curry custard dessert dough gin ham honey jam jelly juice kebab lunch marmalade meat milk noodle pancake pasta pastry pie pizza
        porridge pudding rum salad sandwich sauce sausage soup spice steak stew sugar syrup tea toast toffee vodka waffle whisky whiskey
        wine yoghurt yogurt
        archery badminton ballet baseball basketball billiards bowling boxing canoe canoeing cricket curling darts diving falconry fencing
        football golf gymnastics handball hiking hockey hunting jogging judo juggling karate kayak kite lacrosse marathon mountaineering netball
        paragliding polo pool rafting rodeo rowing rugby sailing skateboard skating ski skiing sledge snooker snorkel snowboard soccer squash
        sumo surf surfing swimming tango tennis trampoline volleyball waltz wrestling yacht yoga yodelling yodel
        accordion banjo bassoon bugle cello clarinet drum fiddle flute gong guitar harmonica harp horn lute mandolin oboe opera organ piano
        saxophone tambourine triangle trombone trumpet tuba ukulele viola violin xylophone
        amber astrology astronaut aurora avalanche beach canyon castle cathedral cave chapel cliff cloud comet coral crater desert diamond dune
        earthquake eclipse emerald fjord galaxy geyser glacier gravity hail hurricane iceberg island jungle lagoon lake lava marble marine meadow
        meteor moon mountain ocean palace pearl planet pond pyramid rainbow reef ruby sapphire sunrise sunset swamp thunder tornado
        valley volcano waterfall
        apron bikini blanket blouse bracelet candle carpet cigar coat collar cotton cradle curtain doll earring feather glove
        hammock hat helmet jacket jeans jewel lace leather lipstick mattress mirror mitten necklace needle pajamas perfume pillow pyjamas quilt
        ribbon robe sandal scarf shawl shirt shoe silk skirt slipper sock spoon sweater tattoo teapot thread towel toy trousers umbrella vase velvet
        veil wallet wedding wig wool
        angel beard bishop bride chin clown cousin cowboy dwarf elbow emperor fairy ghost giant groom knee knight monk mummy
        nephew niece nun pirate priest prince princess prophet queen saint sailor sultan toe uncle vampire widow witch wizard
        """.split(),
    )
)
"""By their stems. Words that also belong to work ("cloud", "thread", "mouse") are of the corpus wherever it uses them."""
