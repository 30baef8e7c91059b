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

    private static int[] Ids(Bill[] bills) => [.. bills.Select(bill => bill.Id)];

    private async Task FillAsync()
    {
        await Bills.Put(new Bill("o", 1, new CardPayment(10, "11"), (1, "a")));
        await Bills.Put(new Bill("o", 2, new CashPayment(20, 3, "x"), (2, "b")));
        await Bills.Put(new Bill("o", 3, new CardPayment(30, "33"), (3, "c")) { Deposit = new CashPayment(1, 1) });
    }
}
