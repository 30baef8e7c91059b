using System.Globalization;
using System.Numerics;
using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Generator.Tests.RandomModels;

/// <summary>Values that are apt to go wrong: the ends of each type's range, texts that must be escaped, empty and nested collections.</summary>
internal sealed class RandomValues(Random random)
{
    private const int Deepest = 4;

    private static readonly string[] Pieces =
        ["a", "Z", "0", " ", "\"", "\\", "/", "\0", "\n", "\t", "\u001f", "\u007f", "é", "ß", "\u2028", "\uffff", "\ufeff", "\U0001F600",
            "\U00010000", "\U0010FFFF", "{", "}", "[", "]", ":", ",", "{\"S\":\"", "\\u0041", "NULL", "#", "<&>'+"];

    private int _depth;

    /// <summary>Whether it is time to come to an end.</summary>
    public bool IsDeep => _depth >= Deepest;

    /// <summary>Whether the value being drawn is a property's own, which can be left out of the item.</summary>
    public bool MayLeaveOut { get; private set; }

    public bool Chance(int oneIn) => random.Next(oneIn) == 0;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    public int Next(int below) => random.Next(below);

    /// <summary>Draws the value of a property.</summary>
    public object? Property(Func<object?> draw) => Inside(draw, mayLeaveOut: true);

    /// <summary>Draws an element of a collection or tuple.</summary>
    public object? Element(Func<object?> draw) => Inside(draw, mayLeaveOut: false);

    /// <summary>Draws elements, fewer the deeper they are.</summary>
    public object?[] Several(Func<object?> draw)
    {
        var count = IsDeep ? 0 : random.Next(Chance(20) ? 40 >> _depth : 4);
        var drawn = new object?[count];
        for (var i = 0; i < count; i++)
        {
            drawn[i] = Element(draw);
        }

        return drawn;
    }

    public string Text() => Chance(30)
        ? string.Concat(Enumerable.Repeat(Pick(Pieces), random.Next(3000)))
        : string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => Pick(Pieces)));

    /// <summary>A text that a key can hold.</summary>
    public string KeyText() => string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => Pick(["a", "#", "$", "\"", "\\", " ", "é", "\0", "\U0001F600"])));

    public byte[] Bytes()
    {
        var bytes = new byte[Chance(20) ? random.Next(5000) : random.Next(9)];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>An integer of any length, often at the ends of the range.</summary>
    public T Integer<T>()
        where T : IBinaryInteger<T>, IMinMaxValue<T> => random.Next(8) switch
        {
            0 => T.MinValue,
            1 => T.MaxValue,
            2 => T.Zero,
            3 => T.MaxValue - T.One,
            4 => T.CreateTruncating(random.Next(-10, 10)),
            _ => T.CreateTruncating(random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64)),
        };

    /// <summary>An integer of up to 38 digits, the most that DynamoDB stores.</summary>
    public BigInteger Large(bool isSigned)
    {
        var digits = string.Concat(Enumerable.Range(0, random.Next(1, 39)).Select(_ => (char)('0' + random.Next(10))));
        var number = BigInteger.Parse(digits, CultureInfo.InvariantCulture);
        return isSigned && Chance(2) ? -number : number;
    }

    public decimal Decimal() => random.Next(7) switch
    {
        0 => Pick([decimal.MinValue, decimal.MaxValue, 0m, 0.00m, 0.0000000000000000000000000001m, -0.0000000000000000000000000001m, 1.50m, -1m]),
        1 => new decimal(random.Next(), random.Next(), random.Next(), Chance(2), (byte)random.Next(29)),
        _ => random.Next(-1_000_000, 1_000_000) / 100m,
    };

    /// <summary>A number within DynamoDB's magnitudes.</summary>
    public double Double() => random.Next(6) switch
    {
        0 => Pick([0d, -0d, 9.99e125, -9.99e125, 1e-130, -1e-130, 0.1, 1d / 3, 1e15, 1e16, 123456789012345680, 5e-100]),
        1 => random.Next(-1000, 1000),
        _ => (Chance(2) ? -1 : 1) * (1 + random.NextDouble()) * Math.Pow(10, random.Next(-129, 125)),
    };

    public float Float() => random.Next(4) switch
    {
        0 => Pick([0f, float.MinValue, float.MaxValue, float.Epsilon, 0.1f, 16777216f, 1e10f]),
        _ => (float)((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-44, 38))),
    };

    public Half Half() => BitConverter.UInt16BitsToHalf((ushort)random.Next(65536)) is var half && System.Half.IsFinite(half) ? half : System.Half.MaxValue;

    public char Character() =>
        Chance(3) ? Pick(['\0', '"', '\\', '\u007f', '\u0080', '\u07ff', '\u0800', '\ud7ff', '\ue000', '\uffff']) : (char)random.Next(' ', 0x3000);

    public Guid Guid() => Chance(8) ? System.Guid.Empty : new Guid(Sixteen());

    public long Ticks(long max) => random.Next(6) switch
    {
        0 => 0,
        1 => max,
        2 => random.NextInt64(max / TimeSpan.TicksPerDay) * TimeSpan.TicksPerDay,
        _ => random.NextInt64(max),
    };

    public DateTime DateTime() => new(Ticks(System.DateTime.MaxValue.Ticks), Pick([DateTimeKind.Utc, DateTimeKind.Unspecified]));

    public DateTimeOffset DateTimeOffset()
    {
        var instant = new DateTimeOffset(Ticks(System.DateTime.MaxValue.Ticks), TimeSpan.Zero);
        var offset = TimeSpan.FromMinutes(random.Next(-14 * 60, (14 * 60) + 1));
        return instant.Year is > 1 and < 9999 && Chance(2) ? instant.ToOffset(offset) : instant;
    }

    public TimeSpan Duration() => random.Next(4) switch
    {
        0 => Pick([TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.Zero, new TimeSpan(1), new TimeSpan(-1)]),
        _ => new TimeSpan(random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64)),
    };

    public AttributeValue AttributeValue() => random.Next(IsDeep ? 5 : 10) switch
    {
        0 => new() { S = Text() },
        1 => new() { N = Large(isSigned: true).ToString(CultureInfo.InvariantCulture) },
        2 => new() { B = new MemoryStream(Bytes()) },
        3 => new() { BOOL = Chance(2) },
        4 => new() { NULL = true },
        5 => new() { SS = [Text() + "1", "2"] },
        6 => new() { NS = ["1", "-2.5"] },
        7 => new() { BS = [new MemoryStream([1]), new MemoryStream([2, 3])] },
        8 => new() { L = [.. Several(AttributeValue).Cast<AttributeValue>()] },
        _ => new()
        {
            M = Several(AttributeValue).Cast<AttributeValue>().Select((value, i) => (value, i))
                .ToDictionary(pair => $"{Pick(Pieces)}{pair.i}", pair => pair.value),
        },
    };

    private byte[] Sixteen()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return bytes;
    }

    private object? Inside(Func<object?> draw, bool mayLeaveOut)
    {
        var before = MayLeaveOut;
        MayLeaveOut = mayLeaveOut;
        _depth++;
        var drawn = draw();
        _depth--;
        MayLeaveOut = before;
        return drawn;
    }
}
