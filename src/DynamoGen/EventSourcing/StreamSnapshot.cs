namespace DynamoGen.EventSourcing;

/// <summary>
/// The base of an entity for snapshots: the state of a stream at a version, one item a stream. It is an ordinary entity: when the state's form changes, give
/// the entity a new version and an <see cref="UpcastAttribute">[Upcast]</see> of <see cref="State"/>, or throw old snapshots away by another key.
/// </summary>
/// <typeparam name="TState">The state; with the rest of the item it must fit into 400 KB.</typeparam>
/// <example>
/// <code>
/// [Entity&lt;Ledger&gt;(Version = 2)]
/// [Key("SNAPSHOT#{StreamId}", "SNAPSHOT")]
/// public sealed partial record OrderSnapshot : StreamSnapshot&lt;OrderState&gt;
/// {
///     [Upcast(from: 1, nameof(State))]
///     private static OrderState FromTotal(decimal stored) => new(stored, Lines: 0);
/// }
///
/// [Repository&lt;OrderSnapshot&gt;]
/// public partial interface IOrderSnapshots : ISnapshotRepository&lt;OrderSnapshot&gt;;
/// </code>
/// </example>
public abstract record StreamSnapshot<TState>
    where TState : class
{
    /// <summary>The stream.</summary>
    public string StreamId { get; init; } = string.Empty;

    /// <summary>The version of the last event that the state has seen.</summary>
    public long Version { get; init; }

    /// <summary>The state.</summary>
    public TState State { get; init; } = null!;
}
