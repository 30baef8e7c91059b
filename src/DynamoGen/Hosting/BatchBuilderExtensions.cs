using DynamoGen.Batches;
using DynamoGen.Repositories;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DynamoGen.Hosting;

/// <summary>Adds batches of several tables to a client.</summary>
public static class BatchBuilderExtensions
{
    /// <summary>
    /// Registers <see cref="IBatches"/> as a singleton, keyed by the client's name where it has one. It is no part of <c>AddDynamoGen</c>, so that an
    /// application without such batches is not published with them.
    /// </summary>
    /// <param name="builder">What is added to.</param>
    /// <returns>The builder.</returns>
    /// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html">BatchWriteItem</see>.</remarks>
    public static DynamoGenBuilder AddBatches(this DynamoGenBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var client = builder.ClientName;
        builder.Services.TryAddKeyedSingleton<IBatches>(client, (provider, _) => new ClientBatches(ClientServices.Of<RepositoryContext>(provider, client)));
        return builder;
    }
}
