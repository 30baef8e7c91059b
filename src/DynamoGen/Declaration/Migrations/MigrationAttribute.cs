namespace DynamoGen;

/// <summary>
/// Marks a partial class as the migration of one entity to another, of other keys or in another table, while both are read and written. It has a static
/// method <c>Forward</c> from the old entity to the new one, and for a way back after cut-over a static method <c>Backward</c>.
/// </summary>
/// <typeparam name="TSource">The old entity.</typeparam>
/// <typeparam name="TTarget">The new entity.</typeparam>
/// <param name="sourceRepository">
/// The repository of the old entity: use <c>typeof</c>. Each access pattern of the new one that is called before cut-over needs a method of the same name and
/// parameters in it.
/// </param>
/// <param name="targetRepository">The repository of the new entity: use <c>typeof</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class MigrationAttribute<TSource, TTarget>(Type sourceRepository, Type targetRepository) : Attribute
    where TSource : class
    where TTarget : class
{
    /// <summary>
    /// Where one item stands for several, the access pattern that reads these: the name of a query of their repository by the primary key of the one item.
    /// Use <c>nameof</c>. <c>Forward</c> then makes a list of one, or one of a list; so does <c>Backward</c> the other way round.
    /// </summary>
    public string? Group { get; set; }

    /// <summary>The repository of the old entity.</summary>
    public Type SourceRepository { get; } = sourceRepository;

    /// <summary>The repository of the new entity.</summary>
    public Type TargetRepository { get; } = targetRepository;
}
