using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Hosting;
using DynamoGen.Telemetry;
using DynamoGen.Telemetry.HotKeys;
using DynamoGen.Tests.Repositories;
using DynamoGen.Tests.Telemetry;
using DynamoGen.Tests.Uniqueness;
using DynamoGen.Transactions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Spans = DynamoGen.Tests.Telemetry.Spans;

namespace DynamoGen.Tests.Serialization.Places;

/// <summary>A value is planted wherever one can be, and is in no message, log line or span of DynamoGen.</summary>
public sealed class CanaryTests(LocalServer server) : IAsyncLifetime
{
    private const string Canary = "CANARY";

    private readonly RecordingLogger _logger = new(LogLevel.Trace);
    private readonly List<string> _messages = [];
    private ServiceProvider? _crates;
    private ServiceProvider? _members;

    private ICrates Crates => _crates!.GetRequiredService<ICrates>();

    private IMembers Members => _members!.GetRequiredService<IMembers>();

    public async ValueTask InitializeAsync()
    {
        _crates = await server.CreateAsync<TestTable>(builder =>
        {
            builder.AddRepository<ICrates>().AddHotKeys();
            builder.Services.Replace(ServiceDescriptor.Singleton<ILogger<DynamoGenTelemetry>>(_logger));
        });
        _members = await server.CreateAsync<Club>(builder =>
        {
            builder.AddRepository<IMembers>();
            builder.Services.Replace(ServiceDescriptor.Singleton<ILogger<DynamoGenTelemetry>>(_logger));
        });
    }

    public async ValueTask DisposeAsync()
    {
        await (_crates?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_members?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Fact]
    public async Task Nothing_of_ours_shows_a_value()
    {
        using var crates = new Spans(_crates!.GetRequiredService<DynamoGenTelemetry>());
        using var members = new Spans(_members!.GetRequiredService<DynamoGenTelemetry>());
        var tags = new ConcurrentQueue<string>();
        using var listener = Listen(tags);
        await WriteAsync();
        await ReadAsync();
        await RefuseAsync();

        Assert.True(_messages.Count > 20);
        Assert.NotEmpty(_logger.Entries);
        Assert.NotEmpty(tags);
        Assert.All(tags, tag => Assert.DoesNotContain(Canary, tag));
        Assert.DoesNotContain(Canary, _crates!.GetRequiredService<HotKeySketches>().Report().ToString());
        Assert.All(_messages, message => Assert.DoesNotContain(Canary, message));
        Assert.All(_logger.Entries, entry => Assert.DoesNotContain(Canary, entry.Message));
        foreach (var span in crates.Ended.Concat(members.Ended))
        {
            Assert.DoesNotContain(Canary, span.DisplayName + span.StatusDescription);
            Assert.All(span.TagObjects, tag => Assert.DoesNotContain(Canary, tag.Key + (tag.Value is string[] texts ? string.Join(' ', texts) : tag.Value)));
            Assert.Empty(span.Events);
        }
    }

    /// <summary>Keeps the tags of all measurements in the process.</summary>
    private static MeterListener Listen(ConcurrentQueue<string> tags)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == DynamoGenTelemetry.Name)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, _, measured, _) => Keep(measured));
        listener.SetMeasurementEventCallback<long>((_, _, measured, _) => Keep(measured));
        listener.SetMeasurementEventCallback<int>((_, _, measured, _) => Keep(measured));
        listener.Start();
        return listener;

        void Keep(ReadOnlySpan<KeyValuePair<string, object?>> measured)
        {
            foreach (var tag in measured)
            {
                tags.Enqueue($"{tag.Key}={tag.Value}");
            }
        }
    }

    private async Task WriteAsync()
    {
        foreach (var crate in WritePlaceTests.Unstorable.Select(row => row.Data.Item2))
        {
            await Fails(Crates.Put(crate));
            await Fails(Crates.PutMany([crate]));
        }

        await Fails(Crates.Put(new Crate(Canary + '\ud800')));
        await Fails(Crates.Put(new Crate(Canary + new string('x', 3000))));
        await Fails(Crates.UpdateWeight(Canary, 1, Canary + '\ud800'));
        await Fails(Crates.UpdatePieces(Canary, [new Piece(Canary, double.NaN)]));
        await Fails(Crates.UpdateWeight(Canary, 1, Canary));
    }

    private async Task ReadAsync()
    {
        await StoreAndRead(item => item["_t"] = new AttributeValue(Canary));
        await StoreAndRead(item => item["_v"] = new AttributeValue(Canary));
        await StoreAndRead(item => item["Weight"] = new AttributeValue(Canary));
        await StoreAndRead(item => item["Picky"] = new AttributeValue(Canary));
        await StoreAndRead(item => item["Checked"] = new AttributeValue(Canary));
        await StoreAndRead(item => item["Shape"] = Map("_t", new AttributeValue(Canary)));
        await StoreAndRead(item => item["ByName"] = Map(Canary, new AttributeValue(Canary)));
        await StoreAndRead(item => item["ByName"] = Map(Canary, Map("Size", new AttributeValue(Canary))));
        await StoreAndRead(item => item["Strict"] = Map("Text", new AttributeValue(Canary)));
    }

    private async Task RefuseAsync()
    {
        await Members.Create(new Member(1, Canary) { Nick = Canary });
        await Fails(Members.Create(new Member(1, Canary)));
        await Fails(Members.Create(new Member(2, Canary)));
        await Fails(Members.UpdateFirstNick(1, Canary));
        var transactions = _members!.GetRequiredService<ITransactions>();
        await Fails(transactions.WriteAsync([Members.CreateAction(new Member(3, Canary))]));
        await Fails(transactions.WriteAsync([Members.CreateAction(new Member(4, Canary)), Members.CreateAction(new Member(4, Canary))]));
    }

    private static AttributeValue Map(string name, AttributeValue value) => new() { M = new() { [name] = value } };

    private async Task StoreAndRead(Action<Dictionary<string, AttributeValue>> plant)
    {
        var item = Crate.ToItem(new Crate("1"));
        plant(item);
        _messages.Add(Assert.ThrowsAny<DynamoGenException>(() => Crate.FromItem(item)).Message);
        if (item["_v"].N is null)
        {
            return;
        }

        using var client = new AmazonDynamoDBClient("local", "local", new AmazonDynamoDBConfig { ServiceURL = server.Endpoint });
        await client.PutItemAsync(_crates!.GetRequiredService<DynamoGenOptions>().TableNamePrefix + "tests", item);
        await Fails(Crates.Get("1").AsTask());
    }

    private Task Fails(ValueTask call) => Fails(call.AsTask());

    private Task Fails<T>(ValueTask<T> call) => Fails(call.AsTask());

    /// <summary>Our own exceptions, and our own within those of batches; what the SDK and the application say is not ours.</summary>
    private async Task Fails(Task call)
    {
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => call);
        foreach (var ours in new[] { exception, (exception as BatchIncompleteException)?.InnerException }
            .Where(ours => ours is DynamoGenException or InvalidTransactionException))
        {
            _messages.Add(ours!.Message);
        }
    }
}
