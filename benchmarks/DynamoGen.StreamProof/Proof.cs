using System.Diagnostics;
using DynamoGen.Hosting;
using DynamoGen.Local;
using DynamoGen.Streams.Fences;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.StreamProof;

/// <summary>The size of a proof.</summary>
/// <param name="Items">How many items are changed.</param>
/// <param name="Changes">How many changes each of them has.</param>
/// <param name="Kills">How often a worker is killed.</param>
/// <param name="KillInterval">The time between two kills.</param>
/// <param name="RolloverInterval">The time between two rollovers of the shards.</param>
internal sealed record ProofSize(int Items, int Changes, int Kills, TimeSpan KillInterval, TimeSpan RolloverInterval);

/// <summary>
/// Changes of many items by 8 writers, while shards roll over, handled by 3 worker processes of which one is killed again and again: every change must
/// have its effect, once, and those of an item in their order.
/// </summary>
internal sealed class Proof(ProofSize size, DynamoDbLocal server, ServiceProvider services)
{
    private const int Writers = 8;
    private const int Workers = 3;
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(200);

    private readonly ProofTotals _totals = new();

    public static async Task<bool> RunAsync(ProofSize size)
    {
        await using var server = await DynamoDbLocal.StartAsync();
        var collection = new ServiceCollection();
        Services.Add(collection, server.Endpoint.ToString());
        await using var services = collection.BuildServiceProvider();
        return await new Proof(size, server, services).RunAsync();
    }

    private async Task<bool> RunAsync()
    {
        var started = Stopwatch.GetTimestamp();
        await PrepareAsync();
        var workers = Enumerable.Range(0, Workers).Select(_ => WorkerProcess.Start(server.Endpoint.ToString(), _totals)).ToArray();
        try
        {
            using var ending = new CancellationTokenSource();
            var rollovers = RollOverAsync(ending.Token);
            var kills = KillAsync(workers, ending.Token);
            await Task.WhenAll(Enumerable.Range(0, Writers).Select(WriteAsync));
            Console.WriteLine($"written after {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s, {_totals.Effects:N0} effects so far");
            await kills;
            while (!await IsCompleteAsync())
            {
                await Task.Delay(5 * LookInterval, CancellationToken.None);
            }

            await ending.CancelAsync();
            var count = await rollovers;
            await Task.WhenAll(workers.Select(worker => worker.StopAsync()));
            return await VerifyAsync(Stopwatch.GetElapsedTime(started), count);
        }
        finally
        {
            Array.ForEach(workers, worker => worker.Dispose());
        }
    }

    private async Task PrepareAsync()
    {
        var provisioner = services.GetRequiredService<TableProvisioner>();
        await provisioner.EnsureCreatedAsync<SourceTable>();
        await provisioner.EnsureCreatedAsync<EffectTable>();
        await provisioner.EnsureCreatedAsync(StreamFence.Table);
        var effects = services.GetRequiredService<IEffects>();
        for (var id = 0; id < size.Items; id++)
        {
            await effects.Put(new Effect(id, []));
        }
    }

    /// <summary>Each item has one writer, which changes its items in a random order.</summary>
    private async Task WriteAsync(int writer)
    {
        var random = new Random(writer);
        var items = services.GetRequiredService<IItems>();
        var changes = Enumerable.Range(0, size.Items).Where(id => id % Writers == writer).SelectMany(id => Enumerable.Repeat(id, size.Changes)).ToArray();
        random.Shuffle(changes);
        var numbers = new int[size.Items];
        foreach (var id in changes)
        {
            await items.Put(new Item(id, ++numbers[id]));
        }
    }

    private async Task<int> RollOverAsync(CancellationToken cancellationToken)
    {
        for (var count = 0; ; count++)
        {
            try
            {
                await Task.Delay(size.RolloverInterval, cancellationToken);
                await server.RollOverShardsAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                return count;
            }
        }
    }

    /// <summary>Kills the workers in turn, and starts another one in the place of each.</summary>
    private async Task KillAsync(WorkerProcess[] workers, CancellationToken cancellationToken)
    {
        for (var kill = 0; kill < size.Kills; kill++)
        {
            await Task.Delay(size.KillInterval, cancellationToken);
            var worker = workers[kill % Workers];
            var wasAtWork = worker.LastEffect is { } last && workers.All(other => other == worker || other.LastEffect is not { } at || at < last);
            worker.Kill();
            if (wasAtWork)
            {
                _totals.KilledAtWork();
            }

            worker.Dispose();
            workers[kill % Workers] = WorkerProcess.Start(server.Endpoint.ToString(), _totals);
        }
    }

    private async Task<bool> IsCompleteAsync()
    {
        var effects = 0L;
        await foreach (var effect in services.GetRequiredService<IEffects>().All())
        {
            effects += effect.Numbers.Count;
        }

        return effects >= (long)size.Items * size.Changes;
    }

    private async Task<bool> VerifyAsync(TimeSpan elapsed, int rollovers)
    {
        var (items, wrong) = (0, 0);
        var expected = Enumerable.Range(1, size.Changes).ToArray();
        await foreach (var effect in services.GetRequiredService<IEffects>().All())
        {
            items++;
            wrong += effect.Numbers.SequenceEqual(expected) ? 0 : 1;
        }

        var takeOvers = _totals.TakeOvers.Order().Select(time => $"{time.TotalSeconds:F1}").ToArray();
        Console.WriteLine($"{size.Items * size.Changes:N0} changes of {size.Items:N0} items by {Writers} writers, {rollovers} rollovers, "
            + $"{size.Kills} kills of {Workers} workers, {_totals.Failed:N0} failures at random, in {elapsed.TotalSeconds:F0} s");
        Console.WriteLine($"effects reported {_totals.Effects:N0}, repetitions that the fence kept from having an effect {_totals.Repeated:N0}");
        Console.WriteLine($"seconds from the kill of the worker at work to the next effect: {string.Join(", ", takeOvers)}");
        var holds = items == size.Items && wrong == 0;
        Console.WriteLine(holds ? "every change had its effect once and in order" : $"{wrong} of {items} items have wrong effects");
        return holds;
    }
}
