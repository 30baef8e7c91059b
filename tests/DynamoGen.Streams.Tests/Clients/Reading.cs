namespace DynamoGen.Streams.Tests.Clients;

[Table("readings", Stream = StreamView.NewAndOldImages, TimeToLive = "expires")]
public sealed partial class Readings;

[Entity<Readings>]
[Key("SENSOR#{Sensor}", "READING#{Number}")]
public sealed partial record Reading(string Sensor, int Number)
{
    public int Value { get; init; }

    [AttributeName("expires"), TimeToLive]
    public DateTimeOffset? ExpiresAt { get; init; }
}

[Repository<Reading>]
public partial interface IReadings
{
    ValueTask Put(Reading reading);

    ValueTask Delete(Reading reading);
}
