using Amazon.DynamoDBv2.Model;
using DynamoGen.Tests.Serialization;
using FsCheck;
using FsCheck.Fluent;

namespace DynamoGen.Tests.Versions;

/// <summary>What is written as an older version is what the older build writes and reads; whatever either writes, all that know it read alike.</summary>
public sealed class RolledBackPropertyTests
{
    private static readonly Gen<string?> Text = Gen.Elements<string?>(null, "", "a", "a b", "none", "ä\"\\", "😀");

    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(400);

    [Fact]
    public void What_the_rolling_build_writes_is_what_the_older_one_would_write() => Prop.ForAll(RoomsOfAll().ToArbitrary(), room =>
    {
        Assert.Equal(Flat(FirstRoom.ToItem(ByHand(room))), Flat(RollingRoom.ToItem(room)));
        Assert.Equal(FirstRoom.SizeOf(ByHand(room)), RollingRoom.SizeOf(room));
    }).Check(Many);

    [Fact]
    public void The_older_build_reads_what_the_rolling_one_writes() => Prop.ForAll(RoomsOfAll().ToArbitrary(), room =>
        Assert.Equal(ByHand(room), Wire.Read<FirstRoom, FirstRoom.Marshaller>(Wire.Write<RollingRoom, RollingRoom.Marshaller>(room)))).Check(Many);

    [Fact]
    public void Both_newer_builds_read_it_as_what_it_was() => Prop.ForAll(RoomsOfAll().ToArbitrary(), room =>
    {
        var stored = Wire.Write<RollingRoom, RollingRoom.Marshaller>(room);

        Assert.Equal(Shown(room), Shown(Wire.Read<RollingRoom, RollingRoom.Marshaller>(stored)));
        Assert.Equal(Shown(room), Shown(Wire.Read<Room, Room.Marshaller>(stored)));
    }).Check(Many);

    [Fact]
    public void The_rolling_build_reads_what_the_newest_one_writes_and_knows_its_form() => Prop.ForAll(RoomsOfAll().ToArbitrary(), room =>
    {
        var stored = Wire.Write<Room, Room.Marshaller>(Newest(room));

        Assert.Equal(Shown(room), Shown(Wire.Read<RollingRoom, RollingRoom.Marshaller>(stored)));
        Assert.Equal(stored, Wire.Write<RollingRoom, RollingRoom.Marshaller.Current>(room));
    }).Check(Many);

    private static Gen<RollingRoom> RoomsOfAll() =>
        from texts in Text.Four()
        from numbers in Gen.Choose(-1000, 1000).Three()
        from tags in Gen.Elements("a", "b c", "ü").ListOf()
        select new RollingRoom("h", 1)
        {
            Floor = numbers.Item1,
            Rate = new Rate(numbers.Item2 / 100m, "USD"),
            Remark = texts.Item1,
            Guest = texts.Item2 is null ? null : new Guest(texts.Item2, texts.Item3),
            Tags = [.. tags],
            Stays = numbers.Item3,
        };

    private static FirstRoom ByHand(RollingRoom room) => new(room.Hotel, room.Number)
    {
        Floor = room.Floor,
        Rate = room.Rate.Amount,
        Note = room.Remark,
        GuestName = room.Guest is null ? null : room.Guest.First + (room.Guest.Last is null ? string.Empty : "/" + room.Guest.Last),
        Labels = string.Join(',', room.Tags),
        Stays = room.Stays,
    };

    private static Room Newest(RollingRoom room) => new(room.Hotel, room.Number)
    {
        Floor = room.Floor,
        Rate = room.Rate,
        Remark = room.Remark,
        Guest = room.Guest,
        Tags = room.Tags,
        Stays = room.Stays,
    };

    private static string Shown(RollingRoom room) => Shown(Newest(room));

    private static string Shown(Room room) =>
        $"{room.Hotel}|{room.Number}|{room.Floor}|{room.Rate}|{room.Remark ?? "null"}|{room.Guest?.ToString() ?? "null"}|{string.Join(';', room.Tags)}|"
            + room.Stays.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string> Flat(Dictionary<string, AttributeValue> item) =>
        item.OrderBy(attribute => attribute.Key, StringComparer.Ordinal).Select(attribute => $"{attribute.Key}={attribute.Value.S}{attribute.Value.N}");
}
