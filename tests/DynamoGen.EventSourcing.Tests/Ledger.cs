namespace DynamoGen.EventSourcing.Tests;

[Table("ledger")]
[GlobalIndex("events", PartitionKey = "eventspk", SortKey = "eventssk")]
public sealed partial class Ledger;

[Polymorphic]
[DerivedType<OrderPlaced>("placed"), DerivedType<LineAdded>("line"), DerivedType<OrderPaid>("paid")]
public abstract record OrderEvent;

public sealed record OrderPlaced(string Customer) : OrderEvent;

/// <summary>An event whose parts are compared by content when it is appended again: a set, and a number that can be written in two ways.</summary>
public sealed record LineAdded(string Product, decimal Price) : OrderEvent
{
    public HashSet<string> Labels { get; init; } = [];
}

public sealed record OrderPaid(decimal Amount) : OrderEvent;

[Entity<Ledger>]
[Key("STREAM#{StreamId}", "{Version}")]
[Key("events", "EVENTS#{Period}", "{RecordedAt}#{StreamId}#{Version}", Shards = 4)]
public sealed partial record StoredOrderEvent : StoredEvent<OrderEvent>;

[Repository<StoredOrderEvent>]
public partial interface IOrderEvents : IEventRepository<StoredOrderEvent>, IEventReplayRepository<StoredOrderEvent>;

[Entity<Ledger>]
[Key("MARK#{Kind}#{Name}", "{Number}")]
public sealed partial record OrderMark : EventMark;

[Repository<OrderMark>]
public partial interface IOrderMarks : IEventMarkRepository<OrderMark>;

public sealed record OrderState(decimal Total, int Lines);

[Entity<Ledger>(Version = 2)]
[Key("SNAPSHOT#{StreamId}", "SNAPSHOT")]
public sealed partial record OrderSnapshot : StreamSnapshot<OrderState>
{
    [Upcast(from: 1, nameof(State))]
    private static OrderState FromTotal(decimal stored) => new(stored, Lines: 1);
}

[Repository<OrderSnapshot>]
public partial interface IOrderSnapshots : ISnapshotRepository<OrderSnapshot>;
