using System.ComponentModel;
using DynamoGen.Migrations.Sessions;
using DynamoGen.Repositories;

namespace DynamoGen.Migrations.Items;

/// <summary>
/// Implemented by the generator for each class marked with <see cref="MigrationAttribute{TSource, TTarget}"/>: lets the migration be registered without
/// reflection.
/// </summary>
/// <typeparam name="TSelf">The class itself.</typeparam>
/// <typeparam name="TSourceRepository">The repository of the old entity.</typeparam>
/// <typeparam name="TTargetRepository">The repository of the new entity.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IMigration<TSelf, TSourceRepository, TTargetRepository>
    where TSelf : class, IMigration<TSelf, TSourceRepository, TTargetRepository>
    where TSourceRepository : class, IRepository<TSourceRepository>
    where TTargetRepository : class, IRepository<TTargetRepository>
{
    /// <summary>The migration.</summary>
    static abstract MigrationSchema Schema { get; }

    /// <summary>Turns old items into new ones.</summary>
    static abstract ItemMigration Items { get; }

    /// <summary>Creates the old entity's repository, which follows the phase.</summary>
    /// <param name="session">Tells the phase, and writes both.</param>
    /// <param name="sourceContext">What single writes and reads of old items go through.</param>
    /// <param name="targetContext">What those of new items go through.</param>
    static abstract TSourceRepository CreateSource(MigrationSession session, RepositoryContext sourceContext, RepositoryContext targetContext);

    /// <summary>Creates the new entity's repository, which follows the phase.</summary>
    /// <param name="session">Tells the phase, and writes both.</param>
    /// <param name="sourceContext">What single writes and reads of old items go through.</param>
    /// <param name="targetContext">What those of new items go through.</param>
    static abstract TTargetRepository CreateTarget(MigrationSession session, RepositoryContext sourceContext, RepositoryContext targetContext);
}
