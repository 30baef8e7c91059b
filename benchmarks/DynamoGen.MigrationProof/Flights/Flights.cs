namespace DynamoGen.MigrationProof.Flights;

/// <summary>Where the flights are before.</summary>
[Table("legacy-flights")]
public sealed partial class LegacyFlightTable;

/// <summary>Where they are to be.</summary>
[Table("flights")]
public sealed partial class FlightTable;

/// <summary>A flight as it was: distances in miles.</summary>
[Entity<LegacyFlightTable>]
[Key("FLIGHT#{Number}", "FROM#{Origin}")]
public sealed partial record LegacyFlight
{
    public required int Number { get; init; }

    public required string Origin { get; init; }

    public required string Destination { get; init; }

    public required DateTime Date { get; init; }

    public required int Delay { get; init; }

    public required int Distance { get; init; }
}

/// <summary>A flight as it shall be.</summary>
[Entity<FlightTable>]
[Key("{Origin}#{Number}", "FLIGHT")]
public sealed partial record Flight
{
    public required int Number { get; init; }

    public required string Origin { get; init; }

    public required string Destination { get; init; }

    public required DateTime Departure { get; init; }

    public required int DelayMinutes { get; init; }

    public required decimal Kilometers { get; init; }
}

[Repository<LegacyFlight>]
public partial interface ILegacyFlights
{
    ValueTask<LegacyFlight?> Get(int number, string origin, CancellationToken cancellationToken = default);

    ValueTask Put(LegacyFlight flight, CancellationToken cancellationToken = default);

    ValueTask Delete(int number, string origin, CancellationToken cancellationToken = default);

    [Update("SET Delay = {delay}")]
    ValueTask<bool> UpdateDelay(int number, string origin, int delay, CancellationToken cancellationToken = default);
}

[Repository<Flight>]
public partial interface IFlights
{
    ValueTask<Flight?> Get(int number, string origin, CancellationToken cancellationToken = default);

    ValueTask Put(Flight flight, CancellationToken cancellationToken = default);

    ValueTask Delete(int number, string origin, CancellationToken cancellationToken = default);

    [Update("SET DelayMinutes = {delay}")]
    ValueTask<bool> UpdateDelay(int number, string origin, int delay, CancellationToken cancellationToken = default);
}

/// <summary>The old items alone, whatever the phase.</summary>
[Repository<LegacyFlight>]
public partial interface ILegacyItems
{
    ValueTask PutMany(IEnumerable<LegacyFlight> flights, CancellationToken cancellationToken = default);

    [AllowScan("The whole of a proof is verified.")]
    IAsyncEnumerable<LegacyFlight> All(int segments, int segment, CancellationToken cancellationToken = default);
}

/// <summary>The new items alone, whatever the phase.</summary>
[Repository<Flight>]
public partial interface IItems
{
    [AllowScan("The whole of a proof is verified.")]
    IAsyncEnumerable<Flight> All(int segments, int segment, CancellationToken cancellationToken = default);
}

[Migration<LegacyFlight, Flight>(typeof(ILegacyFlights), typeof(IFlights))]
public sealed partial class FlightMigration
{
    private const decimal KilometersOfMile = 1.609344m;

    public static Flight Forward(LegacyFlight old) => new()
    {
        Number = old.Number,
        Origin = old.Origin,
        Destination = old.Destination,
        Departure = old.Date,
        DelayMinutes = old.Delay,
        Kilometers = old.Distance * KilometersOfMile,
    };

    public static LegacyFlight Backward(Flight flight) => new()
    {
        Number = flight.Number,
        Origin = flight.Origin,
        Destination = flight.Destination,
        Date = flight.Departure,
        Delay = flight.DelayMinutes,
        Distance = (int)decimal.Round(flight.Kilometers / KilometersOfMile),
    };
}
