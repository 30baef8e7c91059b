using DynamoGen.Tests.Repositories;
using DynamoGen.Transactions;

namespace DynamoGen.Tests.Versions;

/// <summary>Builds of three releases side by side, of which the second one writes whole items in the form of the first.</summary>
public sealed class WholeItemRollOutTests(LocalServer server) : RolledOutTest<Passes>(server, builder => builder
    .AddRepository<IFirstPasses>().AddRepository<IRollingPasses>().AddRepository<IPasses>())
{
    private static readonly RollingPass Sample = new("1", "a") { Holder = new("Ann", "Lee"), Price = 12.5m, Remark = "r", Uses = 5 };

    private static readonly Pass NewestSample = new("1", "a") { Holder = new("Ann", "Lee"), Price = 12.5m, Remark = "r", Uses = 5 };

    private IFirstPasses First => Service<IFirstPasses>();

    private IRollingPasses Rolling => Service<IRollingPasses>();

    private IPasses Newest => Service<IPasses>();

    [Fact]
    public async Task Every_put_stores_exactly_the_older_form()
    {
        await Rolling.Put(Sample);
        await Rolling.Create(Sample with { Id = "2" });
        await Newest.Put(NewestSample with { Id = "3" });
        Assert.True(await Rolling.Replace(Sample with { Id = "3" }));
        await Rolling.PutMany([Sample with { Id = "4" }, Sample with { Id = "5" }]);
        await Service<ITransactions>().WriteAsync([Rolling.PutAction(Sample with { Id = "6" })]);

        foreach (var id in new[] { "1", "2", "3", "4", "5", "6" })
        {
            Assert.Equal(OlderForm(id, uses: 5, memo: "r"), await StoredAsync(id));
            Assert.Equal(new FirstPass(id, "a", "Ann/Lee", 1250, 5) { Memo = "r" }, await First.Get(id));
            Assert.Equal(Sample with { Id = id }, await Rolling.Get(id));
            Assert.Equal(NewestSample with { Id = id }, await Newest.Get(id));
        }

        Assert.Equal(6, await Rolling.AtGate("a").CountAsync());
    }

    [Fact]
    public async Task What_it_puts_is_what_the_first_build_puts()
    {
        await First.Put(new FirstPass("1", "a", "Ann/Lee", 1250, 5));
        var first = await StoredAsync("1");

        await Rolling.Put(Sample with { Remark = null });

        Assert.Equal(first, await StoredAsync("1"));
        Assert.Equal(OlderForm("1", uses: 5, memo: null), first);
    }

    [Fact]
    public async Task A_condition_of_a_put_is_judged_on_items_of_both_forms()
    {
        await Rolling.Put(Sample);
        Assert.False(await Rolling.Put(Sample with { Uses = 6 }, "other"));
        Assert.Equal(OlderForm("1", uses: 5, memo: "r"), await StoredAsync("1"));
        Assert.True(await Rolling.Put(Sample with { Uses = 6 }, "r"));
        Assert.Equal(OlderForm("1", uses: 6, memo: "r"), await StoredAsync("1"));

        await Newest.Put(NewestSample);
        Assert.False(await Rolling.Put(Sample with { Uses = 7 }, "other"));
        Assert.Equal(NewerForm(uses: 5), await StoredAsync("1"));
        Assert.True(await Rolling.Put(Sample with { Uses = 7 }, "r"));
        Assert.Equal(OlderForm("1", uses: 7, memo: "r"), await StoredAsync("1"));
        Assert.Equal(Sample with { Uses = 7 }, await Rolling.Get("1"));
    }

    [Fact]
    public async Task An_update_keeps_the_older_form_as_it_is()
    {
        await First.Put(new FirstPass("1", "a", "Ann/Lee", 1250, 5) { Memo = "old" });

        Assert.False(await Rolling.UpdateRemark("1", "new", below: 5));
        Assert.True(await Rolling.UpdateRemark("1", "new", below: 6));
        Assert.Equal(OlderForm("1", uses: 6, memo: "new"), await StoredAsync("1"));
        await First.UpdateUses("1");
        Assert.Equal(Sample with { Remark = null, Uses = 7 }, await Rolling.UpdateAndGet("1"));

        Assert.Equal(OlderForm("1", uses: 7, memo: null), await StoredAsync("1"));
        Assert.Equal(NewestSample with { Remark = null, Uses = 7 }, await Newest.Get("1"));
    }

    [Fact]
    public async Task An_update_takes_an_item_of_the_newest_build_back_to_exactly_the_older_form()
    {
        await Newest.Put(NewestSample);
        Assert.Equal(NewerForm(uses: 5), await StoredAsync("1"));
        await Assert.ThrowsAsync<UnknownVersionException>(async () => await First.Get("1"));

        Assert.False(await Rolling.UpdateRemark("1", "new", below: 5));
        Assert.True(await Rolling.UpdateRemark("1", "new", below: 6));

        Assert.Equal(OlderForm("1", uses: 6, memo: "new"), await StoredAsync("1"));
        Assert.Equal(new FirstPass("1", "a", "Ann/Lee", 1250, 6) { Memo = "new" }, await First.Get("1"));
        Assert.Equal(Sample with { Remark = "new", Uses = 6 }, await Rolling.Get("1"));
    }

    [Fact]
    public async Task An_update_of_the_newest_build_brings_an_item_of_the_rolling_one_to_exactly_its_own_form()
    {
        await Rolling.Put(Sample);

        await Newest.UpdateUses("1");

        Assert.Equal(NewerForm(uses: 6), await StoredAsync("1"));
        Assert.Equal(Sample with { Uses = 6 }, await Rolling.Get("1"));
    }

    [Fact]
    public async Task Of_the_first_and_the_rolling_build_each_count_is_there()
    {
        await Newest.Put(NewestSample with { Uses = 0 });
        await Rolling.UpdateUses("1");

        await Parallel.ForAsync(0, 40, async (number, _) => await (number % 2 == 0 ? Rolling.UpdateUses("1") : First.UpdateUses("1")));

        Assert.Equal(OlderForm("1", uses: 41, memo: "r"), await StoredAsync("1"));
    }

    private Task<SortedDictionary<string, string>> StoredAsync(string id) => StoredAsync($"PASS#{id}", "PASS");

    private static SortedDictionary<string, string> OlderForm(string id, int uses, string? memo)
    {
        var item = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["pk"] = $"PASS#{id}",
            ["sk"] = "PASS",
            ["gsi1pk"] = "GATE#a",
            ["gsi1sk"] = id,
            ["_t"] = "Pass",
            ["_v"] = "N 1",
            ["Id"] = id,
            ["Gate"] = "a",
            ["Holder"] = "Ann/Lee",
            ["Cents"] = "N 1250",
            ["Uses"] = $"N {uses}",
        };
        if (memo is not null)
        {
            item["Memo"] = memo;
        }

        return item;
    }

    private static SortedDictionary<string, string> NewerForm(int uses) => new(StringComparer.Ordinal)
    {
        ["pk"] = "PASS#1",
        ["sk"] = "PASS",
        ["gsi1pk"] = "GATE#a",
        ["gsi1sk"] = "1",
        ["_t"] = "Pass",
        ["_v"] = "N 2",
        ["Id"] = "1",
        ["Gate"] = "a",
        ["Holder"] = "{First: Ann, Last: Lee}",
        ["Price"] = "N 12.5",
        ["Remark"] = "r",
        ["Uses"] = $"N {uses}",
    };
}
