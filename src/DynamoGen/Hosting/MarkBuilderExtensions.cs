using DynamoGen.Marks;
using DynamoGen.Repositories;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DynamoGen.Hosting;

/// <summary>Adds to a client what gives the items of another program their marks.</summary>
public static class MarkBuilderExtensions
{
    /// <summary>Registers a <see cref="MarkStamper"/> as a singleton, keyed by the client's name where it has one.</summary>
    /// <param name="builder">What is added to.</param>
    /// <returns>The builder.</returns>
    public static DynamoGenBuilder AddMarkStamper(this DynamoGenBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var client = builder.ClientName;
        builder.Services.TryAddKeyedSingleton(client, (provider, _) => new MarkStamper(ClientServices.Of<RepositoryContext>(provider, client)));
        return builder;
    }
}
