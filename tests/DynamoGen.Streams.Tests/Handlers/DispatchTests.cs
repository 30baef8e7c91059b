using DynamoGen.Streams.Dispatch;
using DynamoGen.Streams.Tests.Records;
using DynamoGen.Streams.Tests.Shop;

namespace DynamoGen.Streams.Tests.Handlers;

public sealed class DispatchTests
{
    private static readonly Order Open = new() { CustomerId = "ALFKI", OrderId = 7, Status = "Open", Freight = 1.5m };
    private static readonly Customer Alfki = new() { CustomerId = "ALFKI", Email = "a@example.org" };
    private readonly ShopEvents _events = new();

    [Fact]
    public async Task A_new_item_goes_to_the_method_of_its_entity()
    {
        await HandleAsync("INSERT", null, Item(Open), "4711");
        await HandleAsync("INSERT", null, Item(Alfki));

        Assert.Equal(["inserted order 7 at 4711", "inserted customer ALFKI"], _events.Seen);
    }

    [Fact]
    public async Task A_modified_item_comes_with_what_differs()
    {
        await HandleAsync("MODIFY", Item(Open), Item(Open with { Status = "Shipped", Freight = null }));

        Assert.Equal(["modified order 7 from Open to Shipped: Status, Freight; status True"], _events.Seen);
    }

    [Fact]
    public async Task An_older_version_is_compared_as_what_it_is_read_as()
    {
        var old = """
            {"pk":{"S":"CUSTOMER#ALFKI"},"sk":{"S":"ORDER#7"},"_t":{"S":"Order"},"_v":{"N":"1"},"CustomerId":{"S":"ALFKI"},"OrderId":{"N":"7"},
            "Status":{"S":"Open"},"Freight":{"N":"150"}}
            """;
        await HandleAsync("MODIFY", old, Item(Open));

        Assert.Equal(["modified order 7 from Open to Open: ; status False"], _events.Seen);
    }

    [Fact]
    public async Task A_change_that_no_method_takes_of_an_entity_that_is_handled_is_passed_over()
    {
        await HandleAsync("REMOVE", Item(Open), null);
        await HandleAsync("MODIFY", Item(Alfki), Item(Alfki));

        Assert.Empty(_events.Seen);
    }

    [Fact]
    public async Task An_item_that_another_entity_replaces_was_removed_and_the_other_inserted()
    {
        await HandleAsync("MODIFY", Item(Alfki), Item(Open), "8");

        Assert.Equal(["removed customer ALFKI by Program", "inserted order 7 at 8"], _events.Seen);
    }

    [Theory]
    [InlineData("""{"pk":{"S":"EMAIL#a@example.org"},"sk":{"S":"EMAIL"},"_t":{"S":"Customer!"}}""")]
    [InlineData("""{"pk":{"S":"x"}}""")]
    [InlineData("""{"pk":{"S":"x"},"_t":{"N":"1"}}""")]
    [InlineData("""{"pk":{"S":"x"},"_t":{"M":{}}}""")]
    public async Task What_is_of_no_handled_entity_goes_to_the_method_for_others(string item)
    {
        await HandleAsync("INSERT", null, item);
        await HandleAsync("MODIFY", item, item);
        await HandleAsync("REMOVE", item, null);

        Assert.Equal(3, _events.Seen.Count);
        Assert.All(_events.Seen, seen => Assert.StartsWith("other {", seen, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_such_a_method_they_are_passed_over()
    {
        var orders = new NewOrders();
        await HandleAsync(orders, "INSERT", null, """{"pk":{"S":"x"}}""");
        await HandleAsync(orders, "REMOVE", Item(Open), null);
        await HandleAsync(orders, "INSERT", null, Item(Open));

        Assert.Equal(Open.OrderId, Assert.Single(orders.Orders).OrderId);
    }

    [Fact]
    public async Task An_image_that_is_not_what_its_entity_says_fails_with_where_it_differs()
    {
        var wrong = """{"pk":{"S":"x"},"sk":{"S":"y"},"_t":{"S":"Order"},"_v":{"N":"2"},"CustomerId":{"S":"ALFKI"},"OrderId":{"S":"seven"}}""";
        var refused = await Assert.ThrowsAsync<ItemFormatException>(() => HandleAsync("INSERT", null, wrong).AsTask());
        var newer = await Assert.ThrowsAsync<UnknownVersionException>(() => HandleAsync("INSERT", null, wrong.Replace("\"2\"", "\"3\"")).AsTask());

        Assert.Equal("OrderId", refused.Attribute);
        Assert.Equal(3, newer.Found);
    }

    [Fact]
    public void The_schema_says_what_is_handled()
    {
        var schema = SchemaOf<ShopEvents>();

        Assert.Equal("shop-events", schema.Name);
        Assert.Equal("shop", schema.Table.Name);
        Assert.Equal(StreamView.NewAndOldImages, schema.Table.Stream);
        Assert.True(schema.HandlesOther);
        Assert.Equal(
            [new("Order", ChangeKind.Inserted), new("Order", ChangeKind.Modified), new("Customer", ChangeKind.Inserted), new("Customer", ChangeKind.Removed)],
            schema.Changes);
        Assert.Equal("NewOrders", SchemaOf<NewOrders>().Name);
        Assert.False(SchemaOf<NewOrders>().HandlesOther);
    }

    private static StreamHandlerSchema SchemaOf<THandler>()
        where THandler : class, IEntityDispatch<THandler> => THandler.Schema;

    private ValueTask HandleAsync(string name, string? before, string? after, string sequenceNumber = "1") =>
        HandleAsync(_events, name, before, after, sequenceNumber);

    private static ValueTask HandleAsync(IStreamHandler handler, string name, string? before, string? after, string sequenceNumber = "1") =>
        handler.HandleAsync(Event.Read(Event.Json(name, before, after, sequenceNumber)), CancellationToken.None);

    private static string Item(Order order) => Event.Item<Order, Order.Marshaller>(order);

    private static string Item(Customer customer) => Event.Item<Customer, Customer.Marshaller>(customer);
}
