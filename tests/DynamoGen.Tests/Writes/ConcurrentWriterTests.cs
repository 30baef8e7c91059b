using System.Globalization;
using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Writes;

public sealed class ConcurrentWriterTests(LocalServer server) : TicketTest(server)
{
    private const int Writers = 16;

    /// <summary>What each writer adds: 2,000 by <c>DYNAMOGEN_INCREMENTS=2000</c>, which takes minutes, and few in every run.</summary>
    private static readonly int Increments = int.Parse(Environment.GetEnvironmentVariable("DYNAMOGEN_INCREMENTS") ?? "20", CultureInfo.InvariantCulture);

    [Fact]
    public async Task No_increment_of_16_writers_is_lost()
    {
        await Repository.Put(new Ticket("p", 1) { Estimate = 0 });

        var refused = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(WriteAsync)));

        var ticket = await Repository.Get("p", 1);
        Assert.Equal((Writers * Increments, (Writers * Increments) + 1L), (ticket!.Estimate, ticket.Revision));
        Assert.True(refused.Sum() > 0, "The writers never met.");
        TestContext.Current.SendDiagnosticMessage($"{Writers} writers, {Writers * Increments} increments, {refused.Sum()} writes refused and repeated.");
    }

    /// <summary>Reads, adds one and puts, again and again until it was not overtaken.</summary>
    private async Task<int> WriteAsync()
    {
        var refused = 0;
        var inARow = 0;
        for (var written = 0; written < Increments;)
        {
            var ticket = await Repository.Get("p", 1);
            try
            {
                await Repository.Put(ticket! with { Estimate = ticket.Estimate + 1 });
                written++;
                inARow = 0;
            }
            catch (ConditionFailedException)
            {
                // Whoever was overtaken waits, and longer each time, as any client should; otherwise most of the run is writers refusing each other.
                refused++;
                inARow++;
                await Task.Delay(Random.Shared.Next(32 << Math.Min(inARow, 4)), TestContext.Current.CancellationToken);
            }
        }

        return refused;
    }
}
