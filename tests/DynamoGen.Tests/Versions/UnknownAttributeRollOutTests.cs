using Amazon.DynamoDBv2.Model;
using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Versions;

/// <summary>
/// What another application puts into items that are written in an older form: it stays, and nothing of either form comes to stand beside it.
/// </summary>
public sealed class UnknownAttributeRollOutTests(LocalServer server) : RolledOutTest<Crates>(server, builder => builder
    .AddRepository<IFirstCrates>().AddRepository<IRollingCrates>().AddRepository<ICrates>()
    .AddRepository<IFirstChests>().AddRepository<IRollingChests>().AddRepository<IChests>())
{
    private static readonly Load Dry = new(1.5m, "dry");

    private static Dictionary<string, AttributeValue> Foreign => new() { ["Owner"] = new AttributeValue("another") };

    private IFirstCrates First => Service<IFirstCrates>();

    private IRollingCrates Rolling => Service<IRollingCrates>();

    private ICrates Newest => Service<ICrates>();

    private IFirstChests FirstChests => Service<IFirstChests>();

    private IRollingChests RollingChests => Service<IRollingChests>();

    private IChests NewestChests => Service<IChests>();

    [Fact]
    public async Task They_are_read_and_put_back_beside_the_older_form()
    {
        await First.Put(new FirstCrate("1", 1500) { Note = "r" });
        await SetForeignAsync("CRATE#1", "CRATE", "Owner", "another");
        var crate = (await Rolling.Get("1"))!;
        Assert.Equal(["Owner=another"], Shown(crate.Rest));
        Assert.Equal((Dry, "r"), (crate.Load, crate.Remark!));

        await Rolling.Put(crate with { Moves = 2 });

        Assert.Equal(OlderForm("Crate", moves: 2), await StoredAsync("CRATE#1", "CRATE"));
        Assert.Equal(["Owner=another"], Shown((await First.Get("1"))!.Rest));
        Assert.Equal(["Owner=another"], Shown((await Newest.Get("1"))!.Rest));
    }

    [Fact]
    public async Task They_are_read_from_the_newest_form_and_put_into_the_older_one()
    {
        await Newest.Put(new Crate("1") { Load = Dry, Remark = "r", Rest = Foreign });
        var crate = (await Rolling.Get("1"))!;
        Assert.Equal(["Owner=another"], Shown(crate.Rest));

        await Rolling.Put(crate with { Moves = 2 });

        Assert.Equal(OlderForm("Crate", moves: 2), await StoredAsync("CRATE#1", "CRATE"));
        Assert.Equal(["Owner=another"], Shown((await First.Get("1"))!.Rest));
    }

    [Fact]
    public async Task They_outlive_updates_of_both_newer_builds()
    {
        await Newest.Put(new Crate("1") { Load = new Load(9, "wet"), Remark = "r", Rest = Foreign });

        await Rolling.UpdateLoad("1", Dry);

        Assert.Equal(OlderForm("Crate", moves: 1), await StoredAsync("CRATE#1", "CRATE"));
        Assert.Equal(["Owner=another"], Shown((await First.Get("1"))!.Rest));
        await Newest.UpdateMoves("1");
        Assert.Equal(NewerForm("Crate", moves: 2), await StoredAsync("CRATE#1", "CRATE"));
        Assert.Equal(["Owner=another"], Shown((await Rolling.Get("1"))!.Rest));
        Assert.Equal(["Owner=another"], Shown((await Newest.Get("1"))!.Rest));
    }

    [Theory]
    [InlineData("Grams")]
    [InlineData("Note")]
    [InlineData("Load")]
    [InlineData("Remark")]
    [InlineData("Moves")]
    [InlineData("_v")]
    public async Task None_of_them_has_the_name_of_an_attribute_of_either_form(string name)
    {
        var rest = new Dictionary<string, AttributeValue> { [name] = new("x") };

        await Assert.ThrowsAsync<ItemValueException>(async () => await Rolling.Put(new RollingCrate("1") { Load = Dry, Rest = rest }));
        await Assert.ThrowsAsync<ItemValueException>(async () => await RollingChests.Put(new RollingChest("1") { Load = Dry, Rest = rest }));

        Assert.Null(await Rolling.Get("1"));
        Assert.Null(await RollingChests.Get("1"));
    }

    [Fact]
    public async Task They_are_read_and_put_back_beside_the_older_form_of_a_whole_item()
    {
        await FirstChests.Put(new FirstChest("1", 1500) { Note = "r" });
        await SetForeignAsync("CHEST#1", "CHEST", "Owner", "another");
        var chest = (await RollingChests.Get("1"))!;
        Assert.Equal(["Owner=another"], Shown(chest.Rest));

        await RollingChests.Put(chest with { Moves = 2 });

        Assert.Equal(OlderForm("Chest", moves: 2), await StoredAsync("CHEST#1", "CHEST"));
        Assert.Equal(["Owner=another"], Shown((await FirstChests.Get("1"))!.Rest));
        Assert.Equal(["Owner=another"], Shown((await NewestChests.Get("1"))!.Rest));
    }

    [Fact]
    public async Task They_are_put_from_the_newest_form_into_the_older_one_of_a_whole_item()
    {
        await NewestChests.Put(new Chest("1") { Load = Dry, Remark = "r", Rest = Foreign });
        var chest = (await RollingChests.Get("1"))!;
        Assert.Equal(["Owner=another"], Shown(chest.Rest));

        await RollingChests.Put(chest with { Moves = 2 });

        Assert.Equal(OlderForm("Chest", moves: 2), await StoredAsync("CHEST#1", "CHEST"));
        Assert.Equal(["Owner=another"], Shown((await FirstChests.Get("1"))!.Rest));
    }

    [Fact]
    public async Task They_outlive_updates_of_whole_items_by_both_newer_builds()
    {
        await NewestChests.Put(new Chest("1") { Load = Dry, Remark = "old", Rest = Foreign });

        await RollingChests.UpdateRemark("1", "r");

        Assert.Equal(OlderForm("Chest", moves: 1), await StoredAsync("CHEST#1", "CHEST"));
        Assert.Equal(["Owner=another"], Shown((await FirstChests.Get("1"))!.Rest));
        await NewestChests.UpdateMoves("1");
        Assert.Equal(NewerForm("Chest", moves: 2), await StoredAsync("CHEST#1", "CHEST"));
        Assert.Equal(["Owner=another"], Shown((await RollingChests.Get("1"))!.Rest));
        Assert.Equal(["Owner=another"], Shown((await NewestChests.Get("1"))!.Rest));
    }

    private static IEnumerable<string> Shown(Dictionary<string, AttributeValue>? rest) => (rest ?? []).Select(pair => $"{pair.Key}={pair.Value.S}");

    private static SortedDictionary<string, string> OlderForm(string entity, int moves)
    {
        var item = Common(entity, moves);
        (item["_v"], item["Grams"], item["Note"]) = ("N 1", "N 1500", "r");
        return item;
    }

    private static SortedDictionary<string, string> NewerForm(string entity, int moves)
    {
        var item = Common(entity, moves);
        (item["_v"], item["Load"], item["Remark"]) = ("N 2", "{Kilograms: N 1.5, Kind: dry}", "r");
        return item;
    }

    private static SortedDictionary<string, string> Common(string entity, int moves) => new(StringComparer.Ordinal)
    {
        ["pk"] = $"{entity.ToUpperInvariant()}#1",
        ["sk"] = entity.ToUpperInvariant(),
        ["_t"] = entity,
        ["Id"] = "1",
        ["Moves"] = $"N {moves}",
        ["Owner"] = "another",
    };
}
