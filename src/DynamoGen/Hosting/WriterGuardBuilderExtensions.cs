using DynamoGen.Regions.Guards;
using DynamoGen.Schema;
using DynamoGen.Streams;
using DynamoGen.Transport;

namespace DynamoGen.Hosting;

/// <summary>Guards what the region that a failover has made the writer has written.</summary>
public static class WriterGuardBuilderExtensions
{
    /// <summary>
    /// Puts back what the region of this client has written as the writer of a table and a region before it has overwritten, as <see cref="WriterGuard"/> does,
    /// while the host runs. Add it in each region that may become the writer, in one process or more, which share the stream.
    /// </summary>
    /// <typeparam name="TTable">A table of one region, with a stream of new and old images; its entities have a <see cref="WriterEpochAttribute"/>.</typeparam>
    /// <param name="builder">What is added to.</param>
    /// <param name="configure">Sets how it is fed.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="InvalidOperationException">
    /// The table has no one region that writes it, or no stream of new and old images, or was given a guard before. Where the guard is made: the client does
    /// not say its region.
    /// </exception>
    /// <exception cref="ArgumentException">The options do not fit each other.</exception>
    /// <remarks>
    /// The name by which leases know it is <c>writer-guard</c> behind the table's. See
    /// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html">how global tables work</see>.
    /// </remarks>
    public static DynamoGenBuilder AddWriterGuard<TTable>(this DynamoGenBuilder builder, Action<StreamHandlerOptions>? configure = null)
        where TTable : class, ITable<TTable>
    {
        ArgumentNullException.ThrowIfNull(builder);
        var (table, client) = (TTable.Schema, builder.ClientName);
        if (table is not { Writes.Mode: RegionWriteMode.OneRegion, Stream: StreamView.NewAndOldImages })
        {
            throw new InvalidOperationException(
                $"The table '{table.Name}' has no writer to guard: it must be marked with [OneRegion] and have Stream = StreamView.NewAndOldImages.");
        }

        return builder.AddStreamHandler<TTable>($"{table.Name}-writer-guard", Guard, configure);

        IStreamHandler Guard(IServiceProvider provider)
        {
            var connected = ClientRegistration.Connected(provider, client);
            var region = connected.RegionOf(ClientServices.Of<ITransport>(provider, client))
                ?? throw new InvalidOperationException($"A guard is of one region, and the client's is not known: set {nameof(DynamoGenOptions.Region)}.");
            return new WriterGuard(connected.Client, table, ClientServices.Of<DynamoGenOptions>(provider, client).TableName(table), region);
        }
    }
}
