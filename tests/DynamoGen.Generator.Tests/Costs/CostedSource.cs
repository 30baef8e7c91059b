namespace DynamoGen.Generator.Tests.Costs;

/// <summary>An entity in an index of each kind, one that stamps its items, and one with unique values.</summary>
internal static class CostedSource
{
    public const string Text = """
        namespace Shop;

        using DynamoGen.Uniqueness;

        [Table("shop")]
        [GlobalIndex("whole", PartitionKey = "wpk", SortKey = "wsk")]
        [GlobalIndex("keys", PartitionKey = "kpk", Projection = IndexProjection.KeysOnly)]
        [GlobalIndex("some", PartitionKey = "spk", Projection = IndexProjection.Include, NonKeyAttributes = ["Price"])]
        [GlobalIndex("plain", PartitionKey = "Status")]
        [GlobalIndex("turned", PartitionKey = "sk", SortKey = "pk", Projection = IndexProjection.KeysOnly)]
        [GlobalIndex("spread", PartitionKey = "hpk", SortKey = "hsk")]
        public sealed partial class ShopTable;

        [Entity<ShopTable>]
        [Key("ORDER#{Id}", "ORDER"), Key("whole", "CUSTOMER#{Customer}", "{Id}"), Key("keys", "STATE#{State}", null), Key("some", "SHOP#{Shop}", null)]
        public sealed partial record Order(int Id, string Customer, string? State, string Shop, string Status, int Price, int Total, string Body);

        [Repository<Order>]
        public partial interface IOrders
        {
            ValueTask PutOrder(Order order);
            ValueTask CreateOrder(Order order);
            ValueTask ReplaceOrder(Order order);
            ValueTask DeleteOrder(int id);
            ValueTask PutManyOrders(IEnumerable<Order> orders);
            ValueTask DeleteManyOrders(IEnumerable<Order.PrimaryKey> keys);
            [Update("SET Total = {total}")] ValueTask UpdateTotal(int id, int total);
            [Update("SET Price = {price}")] ValueTask UpdatePrice(int id, int price);
            [Update("SET Status = {status}")] ValueTask UpdateStatus(int id, string status);
            [Update("SET State = {state}")] ValueTask UpdateState(int id, string state);
            [Update("REMOVE State")] ValueTask UpdateNoState(int id);
            [Update("SET Customer = {customer}")] ValueTask UpdateCustomer(int id, string customer);
            ValueTask<Order?> GetOrder(int id);
            [ConsistentRead] ValueTask<Order?> GetOrderConsistently(int id);
            IAsyncEnumerable<Order> GetMany(IEnumerable<Order.PrimaryKey> keys);
            [ConsistentRead] IAsyncEnumerable<Order> GetManyConsistently(IEnumerable<Order.PrimaryKey> keys);
            [Index("whole")] IAsyncEnumerable<Order> OfCustomer(string customer);
            [Index("keys")] IAsyncEnumerable<Order.PrimaryKey> InState(string state);
            [AllowScan("measured")] IAsyncEnumerable<Order> All();
            [AllowScan("measured"), ConsistentRead] IAsyncEnumerable<Order> AllConsistently();
        }

        [Entity<ShopTable>, Key("TASK#{Id}", "TASK"), Key("spread", "TASKS", "{Id}", Shards = 4), Key("whole", "TASK#{Id}", "TASK")]
        public sealed partial record TaskItem(int Id, string Body) { [UpdatedAt] public DateTimeOffset At { get; init; } }

        [Repository<TaskItem>]
        public partial interface ITasks
        {
            ValueTask PutTask(TaskItem item);
            [Update("SET Body = {body}")] ValueTask UpdateTask(int id, string body);
            [Index("spread")] IAsyncEnumerable<TaskItem> Tasks();
            [Index("spread")] IAsyncEnumerable<TaskItem> SomeTasks(int limit);
            [Index("spread")] ValueTask<Page<TaskItem>> PageOfTasks(int limit, string? cursor);
        }

        [Entity<ShopTable>, Key("MEMBER#{Id}", "MEMBER"), Unique("EMAIL#{Email}"), Unique("NICK#{Nick}")]
        public sealed partial record Member(int Id, string Email, string? Nick, int Points);

        [Repository<Member>]
        public partial interface IMembers
        {
            ValueTask CreateMember(Member member);
            ValueTask ReplaceMember(Member member, Member before);
            ValueTask DeleteMember(Member member);
            [Update("SET Email = {email}")] ValueTask UpdateEmail(int id, string email, string emailBefore);
            [Update("SET Points = {points}")] ValueTask UpdatePoints(int id, int points);
            [AllowScan("measured")] ValueTask<UniqueRepair> RepairUnique(int segments = 1);
        }
        """;
}
