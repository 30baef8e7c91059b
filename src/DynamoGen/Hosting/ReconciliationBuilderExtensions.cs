using DynamoGen.Streams.Reconciliation;
using DynamoGen.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DynamoGen.Hosting;

/// <summary>Registers comparisons of derived states, such as search indexes and materialised views, with their sources.</summary>
public static class ReconciliationBuilderExtensions
{
    /// <summary>
    /// Adds a reconciliation as a <see cref="RegisteredReconciliation"/>, which the command line runs by its name, and a hosted service where an
    /// <see cref="ReconciliationJobOptions.Interval"/> is set.
    /// </summary>
    /// <param name="builder">What is added to.</param>
    /// <param name="name">The name by which metrics, logs and the command line know it.</param>
    /// <param name="reconciler">Gives the <see cref="Reconciler{TDocument}"/>, once; its options are those of the job.</param>
    /// <param name="configure">Sets when it runs by itself; null for never.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="InvalidOperationException">A reconciliation of the same name was added before.</exception>
    /// <exception cref="ArgumentException">An option is wrong.</exception>
    /// <remarks>Runs in one process wait for each other. Every process with an interval has runs of its own: set it in one of them.</remarks>
    public static DynamoGenBuilder AddReconciliation(
        this DynamoGenBuilder builder, string name, Func<IServiceProvider, IReconciler> reconciler, Action<ReconciliationJobOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(reconciler);
        var added = new AddedName(name);
        if (builder.Services.Any(service => !service.IsKeyedService && added.Equals(service.ImplementationInstance)))
        {
            throw new InvalidOperationException($"A reconciliation of the name '{name}' was added before.");
        }

        var job = new ReconciliationJobOptions();
        configure?.Invoke(job);
        job.Validate();
        builder.Services.AddSingleton(added);
        builder.Services.AddSingleton(provider => new RegisteredReconciliation(
            name, reconciler(provider), job, provider.GetRequiredService<DynamoGenTelemetry>()));
        if (job.Interval is not null)
        {
            builder.Services.AddSingleton<IHostedService>(provider => new ReconciliationJob(
                provider.GetServices<RegisteredReconciliation>().Single(registered => registered.Name == name),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetService<ILogger<ReconciliationJob>>() ?? NullLogger<ReconciliationJob>.Instance));
        }

        return builder;
    }

    private sealed record AddedName(string Name);
}
