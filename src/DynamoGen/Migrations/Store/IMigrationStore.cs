namespace DynamoGen.Migrations.Store;

/// <summary>Keeps the states of migrations and the register of the fleet. All reads are of the newest state, and every write is a compare-and-swap.</summary>
/// <remarks>A call that ends with an exception may have been applied, or may still be.</remarks>
internal interface IMigrationStore
{
    /// <summary>The state of a migration, or null where it was never begun.</summary>
    ValueTask<MigrationState?> FindStateAsync(string migration, CancellationToken cancellationToken);

    /// <summary>Writes a state, if the version before it is the stored one; version 1, if there is none.</summary>
    /// <returns>Whether this state is stored now.</returns>
    ValueTask<bool> ReplaceStateAsync(MigrationState next, CancellationToken cancellationToken);

    /// <summary>The registered processes of a migration.</summary>
    ValueTask<IReadOnlyList<MigrationInstance>> ListInstancesAsync(string migration, CancellationToken cancellationToken);

    /// <summary>Writes a process, if the counter before it is the stored one; counter 1, if there is none.</summary>
    /// <returns>Whether this is stored now.</returns>
    ValueTask<bool> ReplaceInstanceAsync(MigrationInstance next, CancellationToken cancellationToken);

    /// <summary>Removes a process, if its counter is the one that was seen.</summary>
    /// <returns>Whether it is gone.</returns>
    ValueTask<bool> RemoveInstanceAsync(MigrationInstance seen, CancellationToken cancellationToken);
}
