namespace DynamoGen.Hosting;

/// <summary>What a look at a table has shown.</summary>
/// <param name="Name">The table's name.</param>
/// <param name="Differences">Everything that is not as declared.</param>
internal sealed record InspectedTable(string Name, IReadOnlyList<string> Differences)
{
    /// <summary>Why the table could not be looked at, or null.</summary>
    public Exception? Failure { get; init; }

    /// <summary>The differences as parts of a message about several tables.</summary>
    public IEnumerable<string> Sentences => Differences.Select(difference => $"'{Name}': {difference}");

    /// <summary>Looks at all tables that the repositories of a client use, each once.</summary>
    public static async Task<IReadOnlyList<InspectedTable>> AllAsync(IServiceProvider provider, string? client, CancellationToken cancellationToken)
    {
        var tables = RepositoryRegistration.Tables(provider, client);
        if (tables.Count == 0)
        {
            return [];
        }

        var inspector = new TableInspector(
            ClientRegistration.Connected(provider, client).Client, ClientServices.Of<DynamoGenOptions>(provider, client));
        return await Task.WhenAll(tables.Select(table => inspector.InspectAsync(table, cancellationToken))).ConfigureAwait(false);
    }
}
