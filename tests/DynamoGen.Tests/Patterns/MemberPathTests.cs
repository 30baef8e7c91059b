using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Patterns;

/// <summary>Paths into values of several types and into tuples, on the real server.</summary>
public sealed class MemberPathTests(LocalServer server) : PatternTest(server)
{
    private IBills Bills => Get<IBills>();

    [Fact]
    public async Task A_filter_looks_into_whichever_type_has_the_property()
    {
        await FillAsync();

        Assert.Equal((int[])[1], Ids(await Bills.ByCard("o", "11")));
        Assert.Equal((int[])[2, 3], Ids(await Bills.NotByCard("o", "11")));
        Assert.Equal((int[])[2, 3], Ids(await Bills.AtTill("o")));
    }

    [Fact]
    public async Task A_property_of_every_type_and_elements_of_tuples_are_compared_and_updated()
    {
        await FillAsync();

        Assert.Equal((int[])[2], Ids(await Bills.Dear("o", 15, 9, "c")));
        var after = await Bills.UpdateAmount("o", 2, 0.5m, 70);
        Assert.Equal(new CashPayment(20.5m, 3, "x"), after.Payment);
        Assert.Equal((70, "b"), after.Range);
    }

    [Fact]
    public async Task Elements_of_tuples_are_found_by_their_names()
    {
        await FillAsync();
        await Bills.Put(Named(4, 2.5m, "EUR"));
        await Bills.Put(Named(5, 7m, "USD") with { Lines = [(1, (9, 9))] });

        Assert.Equal((int[])[2], Ids(await Bills.InRange("o", 2, "b")));
        Assert.Equal((int[])[4, 5], Ids(await Bills.WithFee("o", 1, ["EUR", "USD"])));
        Assert.Equal((int[])[5], Ids(await Bills.WithFee("o", 2.5m, ["EUR", "USD"])));
        Assert.Equal((int[])[5], Ids(await Bills.PlacedOrDear("o", 9, "one", 100)));
        Assert.Equal((int[])[4, 5], Ids(await Bills.PlacedOrDear("o", 9, "one", 19)));
    }

    [Fact]
    public async Task Elements_of_tuples_are_updated_by_their_names_and_the_others_stay()
    {
        await Bills.Put(Named(4, 2.5m, "EUR"));

        var after = await Bills.UpdateElements("o", 4, 1.25m, row: 77, "one", "EUR", most: 5);

        Assert.Equal((3.75m, "EUR"), after.Fee);
        Assert.Equal([(1, (2, 3)), (4, (77, 6))], after.Lines);
        Assert.Equal((20m, "CHF"), after.Prices["one"]);
        Assert.Equal((14, "n"), after.Range);
        var refused = await Assert.ThrowsAsync<ConditionFailedException>(() => Bills.UpdateElements("o", 4, 1, row: 1, "one", "EUR", most: 5).AsTask());
        Assert.Equal(ConditionFailureReason.Condition, refused.Reason);
    }

    [Fact]
    public async Task An_element_of_a_list_goes_by_the_position_that_a_call_gives()
    {
        await Bills.Put(Named(4, 2.5m, "EUR"));
        await Bills.Put(Named(5, 2.5m, "EUR") with { Lines = [(4, (1, 1)), (1, (1, 1))] });

        var after = await Bills.UpdateLine("o", 4, line: 1, count: 9);

        Assert.Equal([(1, (2, 3)), (9, (5, 6))], after.Lines);
        await Assert.ThrowsAsync<ConditionFailedException>(() => Bills.UpdateLine("o", 4, line: 1, count: 9).AsTask());
        await Assert.ThrowsAsync<ConditionFailedException>(() => Bills.UpdateLine("o", 4, line: 1_000_000, count: 9).AsTask());
        Assert.Equal((int[])[4], Ids(await Bills.WithLine("o", line: 1, count: 9)));
        Assert.Equal((int[])[5], Ids(await Bills.WithLine("o", line: 0, count: 4)));
        Assert.Equal((int[])[4, 5], Ids(await Bills.WithLine("o", line: 7)));
    }

    [Fact]
    public async Task A_position_below_zero_is_refused_before_anything_is_sent()
    {
        var refused = await Assert.ThrowsAsync<ItemValueException>(() => Bills.UpdateLine("o", 4, line: -1, count: 9).AsTask());

        Assert.Contains("the first element is at 0", refused.Message, StringComparison.Ordinal);
    }

    private static Bill Named(int id, decimal fee, string currency) => new("o", id, new CardPayment(1, "1"), (id, "n"))
    {
        Fee = (fee, currency),
        Lines = [(1, (2, 3)), (4, (5, 6))],
        Prices = new() { ["one"] = (20, "EUR") },
    };

    private static int[] Ids(Bill[] bills) => [.. bills.Select(bill => bill.Id)];

    private async Task FillAsync()
    {
        await Bills.Put(new Bill("o", 1, new CardPayment(10, "11"), (1, "a")));
        await Bills.Put(new Bill("o", 2, new CashPayment(20, 3, "x"), (2, "b")));
        await Bills.Put(new Bill("o", 3, new CardPayment(30, "33"), (3, "c")) { Deposit = new CashPayment(1, 1) });
    }
}
