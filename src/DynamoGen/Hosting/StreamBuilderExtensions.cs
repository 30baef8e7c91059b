using System.Diagnostics.CodeAnalysis;
using DynamoGen.Regions.Values;
using DynamoGen.Repositories;
using DynamoGen.Schema;
using DynamoGen.Streams;
using DynamoGen.Streams.Dispatch;
using DynamoGen.Streams.Processing;
using DynamoGen.Streams.RegionalValues;
using DynamoGen.Streams.Sinks;
using DynamoGen.Transactions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DynamoGen.Hosting;

/// <summary>
/// Feeds handlers and sinks from the change streams of tables, each by a hosted service of its own that shares its shards with other processes.
/// </summary>
public static class StreamBuilderExtensions
{
    /// <summary>The concurrency of a sink whose batches are not known before it is made.</summary>
    private const int NotChosen = int.MaxValue;

    /// <summary>Adds a handler as a singleton, and feeds it from the stream of its table while the host runs.</summary>
    /// <typeparam name="THandler">The class marked with <see cref="StreamHandlerAttribute{TTable}"/>.</typeparam>
    /// <param name="builder">What is added to.</param>
    /// <param name="configure">Sets how it is fed.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="InvalidOperationException">A handler of the same name was added before.</exception>
    /// <exception cref="ArgumentException">The options do not fit each other.</exception>
    public static DynamoGenBuilder AddStreamHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        this DynamoGenBuilder builder, Action<StreamHandlerOptions>? configure = null)
        where THandler : class, IEntityDispatch<THandler>
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<THandler>();
        var schema = THandler.Schema;
        return Add(builder, schema.Table, schema.Name, static provider => provider.GetRequiredService<THandler>(), configure, schema: schema);
    }

    /// <summary>Adds a handler that takes the records of a table's stream as they are.</summary>
    /// <typeparam name="TTable">The table.</typeparam>
    /// <param name="builder">What is added to.</param>
    /// <param name="name">The name by which leases, fences and failed records know it.</param>
    /// <param name="handler">Gives the handler, once.</param>
    /// <param name="configure">Sets how it is fed.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="InvalidOperationException">A handler of the same name was added before.</exception>
    /// <exception cref="ArgumentException">The options do not fit each other.</exception>
    public static DynamoGenBuilder AddStreamHandler<TTable>(
        this DynamoGenBuilder builder, string name, Func<IServiceProvider, IStreamHandler> handler, Action<StreamHandlerOptions>? configure = null)
        where TTable : class, ITable<TTable>
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(handler);
        return Add(builder, TTable.Schema, name, handler, configure);
    }

    /// <summary>
    /// Repairs the counters, sets and registers of an entity in the region of this process, where another region's write has overwritten what this one has
    /// written. Each region needs it. The fences are in <see cref="Streams.Fences.StreamFence.Table"/>, a table of each region alone.
    /// </summary>
    /// <typeparam name="TEntity">The entity, which has a <see cref="RegionalAttribute"/>.</typeparam>
    /// <param name="builder">What is added to.</param>
    /// <param name="configure">Sets how it is fed.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="InvalidOperationException">It was added before.</exception>
    /// <exception cref="ArgumentException">
    /// The options do not fit each other, or keep failed records: a repair that came later than the next one of its item would be skipped.
    /// </exception>
    public static DynamoGenBuilder AddRegionalRepair<TEntity>(this DynamoGenBuilder builder, Action<StreamHandlerOptions>? configure = null)
        where TEntity : IRegionalEntity
    {
        ArgumentNullException.ThrowIfNull(builder);
        var schema = RegionalRepair<TEntity>.Schema;
        return Add(builder, schema.Table, schema.Name, Handler, Configure, preset: static options => options.HasOwnFence = true, schema: schema);

        RegionalRepair<TEntity> Handler(IServiceProvider provider) => new(
            ClientServices.Of<RepositoryContext>(provider, builder.ClientName), ClientServices.Of<ITransactions>(provider, builder.ClientName));

        void Configure(StreamHandlerOptions options)
        {
            configure?.Invoke(options);
            if (options.KeepsFailedRecords || options.Processing.FailedRecords is not null)
            {
                throw new ArgumentException("A repair is tried until it is done: keep no failed records.", nameof(configure));
            }
        }
    }

    /// <summary>Adds a sink, and feeds it from the stream of a table, by default with as many items at once as fill its batches.</summary>
    /// <typeparam name="TTable">The table.</typeparam>
    /// <param name="builder">What is added to.</param>
    /// <param name="name">The name by which leases, fences and failed records know it.</param>
    /// <param name="sink">Gives the sink, once.</param>
    /// <param name="configure">Sets how it is fed.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="InvalidOperationException">A handler of the same name was added before.</exception>
    /// <exception cref="ArgumentException">The options do not fit each other.</exception>
    public static DynamoGenBuilder AddStreamSink<TTable>(
        this DynamoGenBuilder builder, string name, Func<IServiceProvider, IStreamSink> sink, Action<StreamHandlerOptions>? configure = null)
        where TTable : class, ITable<TTable>
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(sink);
        StreamProcessingOptions? processing = null;
        return Add(builder, TTable.Schema, name, Handler, configure, isSink: true, options =>
        {
            processing = options.Processing;
            processing.Concurrency = NotChosen;
        });

        SinkHandler Handler(IServiceProvider provider)
        {
            var made = sink(provider);
            if (processing!.Concurrency == NotChosen)
            {
                processing.Concurrency = (int)Math.Min(2L * made.MaxBatchRecords, NotChosen);
            }

            return new SinkHandler(made, linger: null, provider.GetRequiredService<TimeProvider>());
        }
    }

    private static DynamoGenBuilder Add(
        DynamoGenBuilder builder,
        TableSchema table,
        string name,
        Func<IServiceProvider, IStreamHandler> handler,
        Action<StreamHandlerOptions>? configure,
        bool isSink = false,
        Action<StreamHandlerOptions>? preset = null,
        StreamHandlerSchema? schema = null)
    {
        if (builder.Services.Any(service => !service.IsKeyedService && service.ImplementationInstance is StreamHandlerRegistration other && other.Name == name))
        {
            throw new InvalidOperationException($"A stream handler of the name '{name}' was added before; two of one name would share their leases.");
        }

        var options = new StreamHandlerOptions();
        preset?.Invoke(options);
        configure?.Invoke(options);
        options.Validate();
        var registration = new StreamHandlerRegistration(table, name, handler, options, isSink) { ClientName = builder.ClientName, Schema = schema };
        builder.Services.AddSingleton(registration);
        builder.Services.AddSingleton(registration.Create);
        return builder;
    }
}
