namespace DynamoGen.Serialization.Times;

/// <summary>The values of digits, and whether all of them were digits.</summary>
internal struct Digits
{
    private uint _highest;

    public readonly bool AreAll => _highest <= 9;

    public int One(byte symbol)
    {
        var digit = (uint)symbol - '0';
        _highest = Math.Max(_highest, digit);
        return (int)digit;
    }

    public int Two(byte tens, byte ones) => (One(tens) * 10) + One(ones);

    public int Four(ReadOnlySpan<byte> text) => (Two(text[0], text[1]) * 100) + Two(text[2], text[3]);

    /// <summary>The ticks of seven digits behind a second's point.</summary>
    public int Ticks(ReadOnlySpan<byte> text) => (Four(text) * 1000) + (Two(text[4], text[5]) * 10) + One(text[6]);
}
