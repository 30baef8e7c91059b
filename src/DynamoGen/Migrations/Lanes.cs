using System.Collections.Concurrent;

namespace DynamoGen.Migrations;

/// <summary>Does the same with many things, some of them at the same time; when one fails, no further one is begun.</summary>
internal static class Lanes
{
    public static async Task RunAsync<T>(IEnumerable<T> things, int most, Func<T, Task> work)
    {
        var left = new ConcurrentQueue<T>(things);
        await Task.WhenAll(Enumerable.Range(0, most).Select(_ => RunLaneAsync())).ConfigureAwait(false);

        async Task RunLaneAsync()
        {
            while (left.TryDequeue(out var next))
            {
                try
                {
                    await work(next).ConfigureAwait(false);
                }
                catch (Exception)
                {
                    left.Clear();
                    throw;
                }
            }
        }
    }
}
