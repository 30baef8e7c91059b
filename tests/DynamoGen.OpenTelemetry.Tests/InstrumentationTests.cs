using System.Diagnostics;
using System.Diagnostics.Metrics;
using DynamoGen.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace DynamoGen.OpenTelemetry.Tests;

/// <summary>What the two methods make providers listen to. That real calls arrive so is a test of samples/Service.</summary>
public sealed class InstrumentationTests
{
    [Fact]
    public void A_tracer_provider_collects_DynamoGens_spans_and_no_others()
    {
        var ended = new List<string>();
        using var provider = Sdk.CreateTracerProviderBuilder().AddDynamoGenInstrumentation().AddProcessor(new Keeper(ended)).Build();
        using var ours = new ActivitySource(DynamoGenTelemetry.Name);
        using var others = new ActivitySource(DynamoGenTelemetry.Name + ".Others");

        ours.StartActivity("ours")?.Dispose();
        others.StartActivity("others")?.Dispose();

        Assert.Equal(["ours"], ended);
    }

    [Fact]
    public void A_meter_provider_collects_DynamoGens_metrics_and_no_others()
    {
        var exported = new List<string>();
        using var reader = new BaseExportingMetricReader(new MetricNames(exported));
        using var provider = Sdk.CreateMeterProviderBuilder().AddDynamoGenInstrumentation().AddReader(reader).Build();
        using var ours = new Meter(DynamoGenTelemetry.Name);
        using var others = new Meter(DynamoGenTelemetry.Name + ".Others");

        ours.CreateCounter<long>("ours").Add(1);
        others.CreateCounter<long>("others").Add(1);
        Assert.True(reader.Collect());

        Assert.Equal(["ours"], exported);
    }

    [Fact]
    public void No_builder_is_an_error()
    {
        Assert.Throws<ArgumentNullException>("builder", () => ((TracerProviderBuilder)null!).AddDynamoGenInstrumentation());
        Assert.Throws<ArgumentNullException>("builder", () => ((MeterProviderBuilder)null!).AddDynamoGenInstrumentation());
    }

    private sealed class Keeper(List<string> ended) : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data) => ended.Add(data.DisplayName);
    }

    private sealed class MetricNames(List<string> exported) : BaseExporter<Metric>
    {
        public override ExportResult Export(in Batch<Metric> batch)
        {
            foreach (var metric in batch)
            {
                exported.Add(metric.Name);
            }

            return ExportResult.Success;
        }
    }
}
