using DynamoGen.WriteBack;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Hosting;

/// <summary>Writes older items back in the current version of their entity, as reads meet them.</summary>
public static class WriteBackBuilderExtensions
{
    /// <summary>
    /// Writes a share of the older items of an entity that the client's repositories read back in its current version, in the background. A write demands that
    /// the item still is what was read; what came between is never lost, and the item is then left as it is.
    /// </summary>
    /// <param name="builder">What is added to.</param>
    /// <param name="upcasts">The entity, whose version is above 1: <c>Order.Marshaller.Upcasts</c>.</param>
    /// <param name="configure">Sets how many items are written back; by default one in a hundred that are read, and ten in a second.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">An option means nothing.</exception>
    /// <exception cref="InvalidOperationException">
    /// It was added before, or the table is in several regions that agree in time only: there, a condition sees what one region has, and the write could
    /// replace a later one of another region.
    /// </exception>
    /// <remarks>
    /// Deployments of older versions do not read an item that was written back: add it when none of them runs any more. Each write is an UpdateItem, which
    /// costs write capacity units as any other update, and is a change in the table's stream. See
    /// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithItems.html#WorkingWithItems.ConditionalUpdate">conditional
    /// writes</see>.
    /// </remarks>
    public static DynamoGenBuilder AddWriteBack(this DynamoGenBuilder builder, UpcastSchema upcasts, Action<WriteBackOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(upcasts);
        var (client, options) = (builder.ClientName, new WriteBackOptions());
        if (upcasts.Table is { Replicas.Count: > 0, Consistency: not TableConsistency.Strong })
        {
            throw new InvalidOperationException(
                $"Items of '{upcasts.Entity}' cannot be written back: the table '{upcasts.Table.Name}' is in several regions, "
                + "and a condition in one of them does not see what another has written.");
        }

        configure?.Invoke(options);
        options.Validate();
        var added = builder.Services.Select(service => service.IsKeyedService ? null : service.ImplementationInstance)
            .OfType<WriteBackRegistration>().Where(registration => registration.Client == client).ToArray();
        if (added.Any(registration => registration.Schema.Table.Name == upcasts.Table.Name && registration.Schema.Entity == upcasts.Entity))
        {
            throw new InvalidOperationException($"Items of '{upcasts.Entity}' are written back already by {ClientServices.Named(client)}.");
        }

        builder.Services.AddSingleton(new WriteBackRegistration(client, upcasts, options));
        if (added.Length == 0)
        {
            builder.Services.AddKeyedSingleton<IClientRegions>(client, (provider, _) => new WriteBackReads(provider, client));
        }

        return builder;
    }
}

/// <summary>An entity whose older items a client writes back.</summary>
/// <param name="Client">The client's name, or null.</param>
/// <param name="Schema">The entity.</param>
/// <param name="Options">How many are written back.</param>
internal sealed record WriteBackRegistration(string? Client, UpcastSchema Schema, WriteBackOptions Options);
