using System.Diagnostics.Metrics;
using DynamoGen.Hosting;
using DynamoGen.Streams.Reconciliation;
using DynamoGen.Tests.Errors;
using DynamoGen.Tests.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DynamoGen.Streams.Tests.Reconciliation;

/// <summary>A reconciliation that is registered once, for its job and for whoever asks for a run.</summary>
public sealed class RegisteredReconciliationTests
{
    [Fact]
    public async Task The_job_goes_on_behind_failures_one_run_at_a_time_and_counts()
    {
        using var factory = new OwnMeterFactory();
        using var measurements = new Measurements(factory);
        var time = new InstantTime();
        var reconciler = new ScriptedReconciler();
        await using var services = Services(reconciler, factory, time, job =>
        {
            job.Interval = TimeSpan.FromHours(6);
            job.InitialDelay = TimeSpan.FromMinutes(1);
        });
        var job = Assert.Single(services.GetServices<IHostedService>().OfType<BackgroundService>());

        await job.StartAsync(CancellationToken.None);
        var asked = services.GetRequiredService<RegisteredReconciliation>().RunAsync(reconciler.Options with { Share = 0.5 });
        await reconciler.RunsAsync(5);
        await asked;
        await job.StopAsync(CancellationToken.None);

        Assert.False(reconciler.HasOverlapped);
        Assert.Contains(0.5, reconciler.Shares);
        Assert.Equal([TimeSpan.FromMinutes(1), TimeSpan.FromHours(6)], time.Delays.Take(2));
        Assert.All(measurements.Of("dynamogen.reconciliation.drifted"), drifted => Assert.Equal(3, drifted.Value));
        Assert.All(measurements.Of("dynamogen.reconciliation.drifted"), drifted => Assert.Equal("view", drifted.Tags["dynamogen.reconciliation"]));
        Assert.Equal(10, measurements.Of("dynamogen.reconciliation.compared")[0].Value);
        Assert.Equal(2, measurements.Of("dynamogen.reconciliation.repaired")[0].Value);
        Assert.Equal("System.TimeoutException", measurements.Of("dynamogen.reconciliation.failures")[0].Tags["error.type"]);
    }

    [Fact]
    public void Without_an_interval_there_is_no_job_and_a_name_is_taken_once()
    {
        var builder = new ServiceCollection().AddDynamoGen();
        var before = builder.Services.Count(service => service.ServiceType == typeof(IHostedService));
        builder.AddReconciliation("view", _ => new ScriptedReconciler());

        Assert.Equal(before, builder.Services.Count(service => service.ServiceType == typeof(IHostedService)));
        Assert.Throws<InvalidOperationException>(() => builder.AddReconciliation("view", _ => new ScriptedReconciler()));
        Assert.Throws<ArgumentException>(() => builder.AddReconciliation("a", _ => new ScriptedReconciler(), job => job.Interval = TimeSpan.Zero));
        Assert.Throws<ArgumentException>(() => builder.AddReconciliation("b", _ => new ScriptedReconciler(), job => job.InitialDelay = TimeSpan.Zero));
    }

    private static ServiceProvider Services(
        ScriptedReconciler reconciler, OwnMeterFactory factory, InstantTime time, Action<ReconciliationJobOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IMeterFactory>(factory).AddSingleton<TimeProvider>(time);
        services.AddDynamoGen().AddReconciliation("view", _ => reconciler, configure);
        return services.BuildServiceProvider();
    }

    /// <summary>Fails in each second run.</summary>
    private sealed class ScriptedReconciler : IReconciler
    {
        private readonly SemaphoreSlim _runs = new(0);
        private int _started;
        private int _running;

        public ReconciliationOptions Options { get; } = new();

        public List<double> Shares { get; } = [];

        public bool HasOverlapped { get; private set; }

        public async Task<ReconciliationReport> RunAsync(ReconciliationOptions options, CancellationToken cancellationToken = default)
        {
            HasOverlapped |= Interlocked.Increment(ref _running) > 1;
            Shares.Add(options.Share);
            await Task.Yield();
            Interlocked.Decrement(ref _running);
            _runs.Release();
            return options.Share == 1 && ++_started % 2 == 0 ? throw new TimeoutException() : new ReconciliationReport(10, 1, 1, 1, 0, 2);
        }

        public async Task RunsAsync(int count)
        {
            for (var run = 0; run < count; run++)
            {
                await _runs.WaitAsync();
            }
        }
    }
}
