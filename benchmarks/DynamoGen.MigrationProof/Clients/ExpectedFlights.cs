using System.Collections.Concurrent;
using DynamoGen.MigrationProof.Flights;

namespace DynamoGen.MigrationProof.Clients;

/// <summary>What must be stored: the flights of the schedule, but for those that clients wrote or deleted.</summary>
internal sealed class ExpectedFlights(int items)
{
    private readonly ConcurrentDictionary<int, LegacyFlight?> _written = [];

    /// <summary>How many flights there may be.</summary>
    public int Items => items;

    /// <summary>The flight of a number, or null where there must be none.</summary>
    public LegacyFlight? this[int number]
    {
        get => number < 0 || number >= items ? null : _written.TryGetValue(number, out var written) ? written : FlightSchedule.Flight(number);
        set => _written[number] = value;
    }
}
