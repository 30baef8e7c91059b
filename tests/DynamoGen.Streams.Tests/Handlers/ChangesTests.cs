using DynamoGen.Streams.Tests.Shop;

namespace DynamoGen.Streams.Tests.Handlers;

/// <summary>What differs between two states is judged by what is stored of them.</summary>
public sealed class ChangesTests
{
    private static readonly Order Order = new()
    {
        CustomerId = "ALFKI",
        OrderId = 7,
        Status = "Open",
        Freight = 1.5m,
        Tags = ["b", "a"],
        Counts = new() { ["x"] = 1, ["y"] = 2 },
        Lines = [new("Chai", 1), new("Tofu", 2)],
    };

    [Fact]
    public void Equal_content_is_no_change_whatever_its_order_and_digits()
    {
        var same = Order with
        {
            Freight = 1.50m,
            Tags = ["a", "b"],
            Counts = new() { ["y"] = 2, ["x"] = 1 },
            Lines = [new("Chai", 1), new("Tofu", 2)],
        };

        Assert.Empty(OrderChanges.Between(Order, same).Names);
    }

    [Fact]
    public void Every_kind_of_value_is_compared()
    {
        Assert.Equal(["CustomerId"], Changed(Order with { CustomerId = "BONAP" }));
        Assert.Equal(["OrderId"], Changed(Order with { OrderId = 8 }));
        Assert.Equal(["Freight"], Changed(Order with { Freight = null }));
        Assert.Equal(["Tags"], Changed(Order with { Tags = ["a"] }));
        Assert.Equal(["Tags"], Changed(Order with { Tags = [] }));
        Assert.Equal(["Counts"], Changed(Order with { Counts = new() { ["x"] = 1, ["y"] = 3 } }));
        Assert.Equal(["Lines"], Changed(Order with { Lines = [new("Tofu", 2), new("Chai", 1)] }));
        Assert.Equal(["Status", "Lines"], Changed(Order with { Status = "Shipped", Lines = [] }));
    }

    [Fact]
    public void Both_directions_agree()
    {
        var other = Order with { Freight = null, Tags = [], Status = "x" };

        Assert.Equal(OrderChanges.Between(Order, other).Names, OrderChanges.Between(other, Order).Names);
        Assert.True(OrderChanges.Between(Order, other).Freight);
        Assert.False(OrderChanges.Between(Order, other).OrderId);
    }

    [Fact]
    public void Nothing_differs_in_what_was_never_compared() => Assert.Empty(default(OrderChanges).Names);

    private static IEnumerable<string> Changed(Order after) => OrderChanges.Between(Order, after).Names;
}
