using DynamoGen.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Hosting;

/// <summary>A repository that was added to a client.</summary>
/// <param name="Type">The repository's interface.</param>
/// <param name="Client">The client's name, or null.</param>
/// <param name="Table">The table that it reads and writes; null where it was not generated and does not say.</param>
internal sealed record AddedRepository(Type Type, string? Client, TableSchema? Table)
{
    public static AddedRepository? Find(IServiceCollection services, Type repository) =>
        services.Select(service => service.IsKeyedService ? null : service.ImplementationInstance).OfType<AddedRepository>()
            .FirstOrDefault(added => added.Type == repository);

    /// <summary>The tables that the repositories of a client use, each once.</summary>
    public static IReadOnlyList<TableSchema> Tables(IServiceProvider provider, string? client) =>
    [
        .. provider.GetServices<AddedRepository>().Where(added => added.Client == client).Select(added => added.Table).OfType<TableSchema>()
            .DistinctBy(table => table.Name),
    ];
}
