namespace DynamoGen.Migrations.ShadowReads;

/// <summary>Keeps what the processes have compared.</summary>
internal interface IShadowReadStore
{
    /// <summary>Writes a report in the place of an earlier one of the process.</summary>
    ValueTask WriteAsync(ShadowReadReport report, CancellationToken cancellationToken);

    /// <summary>The counts of all processes in one state, by their access pattern. The newest are read.</summary>
    ValueTask<IReadOnlyList<ShadowReadCount>> ListAsync(string migration, long stateVersion, CancellationToken cancellationToken);
}
