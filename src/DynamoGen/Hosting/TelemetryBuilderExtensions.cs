using DynamoGen.Telemetry;
using DynamoGen.Telemetry.Capacity;
using DynamoGen.Telemetry.Embedded;
using DynamoGen.Telemetry.HotKeys;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DynamoGen.Hosting;

/// <summary>Adds to the telemetry of <c>AddDynamoGen</c>.</summary>
public static class TelemetryBuilderExtensions
{
    /// <summary>
    /// Registers <see cref="EmbeddedMetrics"/> as a singleton, which writes DynamoGen's metrics as lines that CloudWatch Logs makes metrics of. It listens from
    /// when a host starts, or else from when it is first asked for: do so when the application starts.
    /// </summary>
    /// <param name="builder">What is added to.</param>
    /// <param name="configure">Sets options.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="InvalidOperationException">The options ask for what CloudWatch does not take.</exception>
    public static DynamoGenBuilder AddEmbeddedMetrics(this DynamoGenBuilder builder, Action<EmbeddedMetricsOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = new EmbeddedMetricsOptions();
        configure?.Invoke(options);
        options.Verify();
        builder.Services.TryAddSingleton(provider =>
        {
            options.OnFailure ??= exception => provider.GetService<ILogger<DynamoGenTelemetry>>()?.MetricsNotWritten(exception.GetType().Name);
            return new EmbeddedMetrics(options, provider.GetService<TimeProvider>());
        });
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, StartedEmbeddedMetrics>());
        return builder;
    }

    /// <summary>
    /// Registers <see cref="HotKeySketches"/> as a singleton, which finds the partition keys that consume the most. Each request is then read once more for
    /// its keys; without it, nothing is.
    /// </summary>
    /// <param name="builder">What is added to.</param>
    /// <param name="configure">Sets options.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is less than one counter.</exception>
    public static DynamoGenBuilder AddHotKeys(this DynamoGenBuilder builder, Action<HotKeyOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = new HotKeyOptions();
        configure?.Invoke(options);
        builder.Services.TryAddSingleton(new HotKeySketches(options));
        return builder;
    }

    /// <summary>
    /// Registers <see cref="CapacityMeasurements"/> as a singleton, which has for each access pattern of all repositories what its declaration says that it
    /// costs, and what its calls consumed. Each call then takes a few additions; without it, none.
    /// </summary>
    /// <param name="builder">What is added to.</param>
    /// <returns>The builder.</returns>
    public static DynamoGenBuilder AddCapacityReport(this DynamoGenBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton(static provider => new CapacityMeasurements(
            provider.GetServices<RepositoryRegistration>().SelectMany(static added => added.Patterns)));
        return builder;
    }

    private sealed class StartedEmbeddedMetrics(EmbeddedMetrics metrics) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => metrics.FlushAsync(cancellationToken).AsTask();
    }
}
