using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Hosting;

/// <summary>Finds the services of one client: those under its name, or those without a key for the client that has no name.</summary>
internal static class ClientServices
{
    public static T Of<T>(IServiceProvider provider, string? client)
        where T : notnull =>
        client is null ? provider.GetRequiredService<T>() : provider.GetRequiredKeyedService<T>(client);

    /// <summary>A client as messages name it.</summary>
    public static string Named(string? client) => client is null ? "the client without a name" : $"the client '{client}'";
}
