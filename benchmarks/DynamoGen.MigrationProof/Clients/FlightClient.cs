using Amazon.Runtime;
using DynamoGen.MigrationProof.Flights;
using DynamoGen.Migrations.Phases;

namespace DynamoGen.MigrationProof.Clients;

/// <summary>A client that alone writes its share of the flights, and so knows what each read must find.</summary>
/// <param name="size">Says which flights clients touch.</param>
/// <param name="share">Which part of them is this client's.</param>
/// <param name="access">How it reads and writes.</param>
/// <param name="expected">What it expects.</param>
internal sealed class FlightClient(ProofSize size, int share, IFlightAccess access, ExpectedFlights expected)
{
    private const int LongestPause = 20;
    private static readonly TimeSpan RetryPause = TimeSpan.FromMilliseconds(50);

    private readonly Random _random = new(share);

    /// <summary>How many writes were acknowledged.</summary>
    public int Writes { get; private set; }

    /// <summary>How many reads were answered.</summary>
    public int Reads { get; private set; }

    /// <summary>How many attempts failed, and were made again.</summary>
    public int Retries { get; private set; }

    /// <summary>How many of these attempts were writes of which nobody could say whether they were applied.</summary>
    public int InDoubt { get; private set; }

    /// <summary>How many answers were not what the writes before make them.</summary>
    public int Wrong { get; private set; }

    /// <summary>Reads and writes until it is told to end.</summary>
    /// <param name="ending">Ends it between two calls.</param>
    /// <param name="cancellationToken">Ends it in the middle of a call.</param>
    public async Task RunAsync(CancellationToken ending, CancellationToken cancellationToken)
    {
        var own = (size.Touched - share + size.Clients - 1) / size.Clients;
        while (!ending.IsCancellationRequested && own > 0)
        {
            var number = size.Number(share + (size.Clients * _random.Next(own)));
            await WriteAsync(number, cancellationToken);
            await ReadAsync(number, cancellationToken);
            await Task.Delay(_random.Next(LongestPause), cancellationToken);
        }
    }

    private async Task WriteAsync(int number, CancellationToken cancellationToken)
    {
        var flight = FlightSchedule.Flight(number) with { Delay = _random.Next(1_000), Distance = _random.Next(100, 5_000) };
        var before = expected[number];
        switch (_random.Next(10))
        {
            case < 2:
                await RepeatAsync(async () => await access.DeleteAsync(flight, cancellationToken), cancellationToken);
                expected[number] = null;
                break;
            case < 5:
                var isThere = false;
                await RepeatAsync(async () => isThere = await access.UpdateDelayAsync(flight, flight.Delay, cancellationToken), cancellationToken);
                expected[number] = before is null ? null : before with { Delay = flight.Delay };
                Expect(isThere == before is not null);
                break;
            default:
                await RepeatAsync(async () => await access.PutAsync(flight, cancellationToken), cancellationToken);
                expected[number] = flight;
                break;
        }

        Writes++;
    }

    private async Task ReadAsync(int number, CancellationToken cancellationToken)
    {
        LegacyFlight? found = null;
        await RepeatAsync(async () => found = await access.GetAsync(FlightSchedule.Flight(number), cancellationToken), cancellationToken);
        Expect(found == expected[number]);
        Reads++;
    }

    private void Expect(bool isRight) => Wrong += isRight ? 0 : 1;

    /// <summary>Makes a call until it is acknowledged. Every call here may be made twice.</summary>
    private async Task RepeatAsync(Func<Task> call, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await call();
                return;
            }
            catch (Exception failure) when (IsTransient(failure) && !cancellationToken.IsCancellationRequested)
            {
                Retries++;
                InDoubt += failure is OutcomeUnknownException ? 1 : 0;
                await Task.Delay(RetryPause, cancellationToken);
            }
        }
    }

    private static bool IsTransient(Exception failure) => failure
        is PhaseUnknownException or OutcomeUnknownException or ThrottledException or ConflictException
        or AmazonServiceException or AmazonClientException or HttpRequestException or IOException;
}
