namespace DynamoGen.MigrationProof.Flights;

/// <summary>Makes flights like those of the flights of vega-datasets: each number has one flight, the same in every run.</summary>
internal static class FlightSchedule
{
    private static readonly string[] Airports =
    [
        "ATL", "BNA", "BOS", "BWI", "CLE", "DAL", "DEN", "DFW", "DTW", "EWR", "HOU", "IAH", "JFK", "LAS", "LAX", "MCI",
        "MDW", "MIA", "MSP", "OAK", "ORD", "PDX", "PHL", "PHX", "SAN", "SEA", "SFO", "SJC", "SLC", "SMF", "STL", "TPA",
    ];

    private static readonly DateTime First = new(2001, 1, 1);

    /// <summary>The flight of a number.</summary>
    public static LegacyFlight Flight(int number)
    {
        var bits = Mix((ulong)number);
        var origin = (int)(bits % (ulong)Airports.Length);
        var leg = 1 + (int)((bits >> 8) % (ulong)(Airports.Length - 1));
        return new LegacyFlight
        {
            Number = number,
            Origin = Airports[origin],
            Destination = Airports[(origin + leg) % Airports.Length],
            Date = First.AddMinutes((bits >> 16) % (90 * 24 * 60)),
            Delay = (int)((bits >> 36) % 200) - 30,
            Distance = 60 + (int)((bits >> 46) % 2_500),
        };
    }

    /// <summary>The finalizer of SplitMix64: neighbours have nothing in common.</summary>
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
