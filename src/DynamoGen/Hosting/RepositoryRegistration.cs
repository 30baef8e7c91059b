using System.ComponentModel;
using DynamoGen.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Hosting;

/// <summary>A repository that was added to an application. The services have one for each.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RepositoryRegistration
{
    internal RepositoryRegistration(Type type, IReadOnlyList<AccessPattern> patterns, string? clientName)
    {
        Type = type;
        Patterns = patterns;
        ClientName = clientName;
    }

    /// <summary>The interface's name with its namespace.</summary>
    public string Name => Type.FullName!;

    /// <summary>Its access patterns; none of a class that was not generated.</summary>
    public IReadOnlyList<AccessPattern> Patterns { get; }

    /// <summary>The name of the client that it is on; null for the one without a name.</summary>
    public string? ClientName { get; }

    internal Type Type { get; }

    internal static RepositoryRegistration? Find(IServiceCollection services, Type repository) =>
        services.Select(service => service.IsKeyedService ? null : service.ImplementationInstance).OfType<RepositoryRegistration>()
            .FirstOrDefault(added => added.Type == repository);

    /// <summary>The tables that the repositories of a client use, each once.</summary>
    internal static IReadOnlyList<TableSchema> Tables(IServiceProvider provider, string? client) =>
    [
        .. provider.GetServices<RepositoryRegistration>().Where(added => added.ClientName == client)
            .SelectMany(added => added.Patterns).Select(pattern => pattern.Table).DistinctBy(table => table.Name),
    ];
}
