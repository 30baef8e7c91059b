using System.Buffers.Text;
using DynamoGen.Cursors;
using FsCheck;
using FsCheck.Fluent;

namespace DynamoGen.Tests.Cursors;

public sealed class CursorSealTests
{
    private static readonly byte[] Secret = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly CursorSeal Seal = new(Secret);

    private static readonly Gen<byte[]> Bytes =
        Gen.Sized(size => Gen.Choose(0, size * 20).SelectMany(length => Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf(length)));

    [Fact]
    public void A_cursor_opens_to_its_position() => Check(
        from position in Bytes
        from query in Bytes
        select (position, query),
        pair => TryOpen(Seal, Seal.Close(pair.position, pair.query), pair.query) is { } opened && opened.SequenceEqual(pair.position));

    [Fact]
    public void A_cursor_opens_for_no_other_query() => Check(
        from position in Bytes
        from query in Bytes
        from other in Bytes
        where !query.SequenceEqual(other)
        select (position, query, other),
        tuple => TryOpen(Seal, Seal.Close(tuple.position, tuple.query), tuple.other) is null);

    [Fact]
    public void A_cursor_that_is_altered_anywhere_does_not_open() => Check(
        from position in Bytes
        from place in Gen.Choose(0, int.MaxValue)
        from mask in Gen.Choose(1, 255)
        select (position, place, mask),
        tuple =>
        {
            var cursor = Base64Url.DecodeFromChars(Seal.Close(tuple.position, []));
            cursor[tuple.place % cursor.Length] ^= (byte)tuple.mask;
            return TryOpen(Seal, Base64Url.EncodeToString(cursor), []) is null;
        });

    [Fact]
    public void A_cursor_that_is_cut_or_lengthened_does_not_open() => Check(Bytes, position =>
    {
        var cursor = Base64Url.DecodeFromChars(Seal.Close(position, []));
        return TryOpen(Seal, Base64Url.EncodeToString([.. cursor, 0]), []) is null
            && Enumerable.Range(0, cursor.Length).All(length => TryOpen(Seal, Base64Url.EncodeToString(cursor.AsSpan(0, length)), []) is null);
    }, cases: 100);

    [Fact]
    public void Any_bytes_are_no_cursor() => Check(Bytes, bytes => TryOpen(Seal, Base64Url.EncodeToString([1, .. bytes]), []) is null);

    [Fact]
    public void Another_secret_does_not_open_a_cursor()
    {
        var other = (byte[])[.. Secret.SkipLast(1), 0];

        Assert.Null(TryOpen(new CursorSeal(other), Seal.Close([1], []), []));
        Assert.Null(TryOpen(new CursorSeal([.. Secret, 1]), Seal.Close([1], []), []));
    }

    [Fact]
    public void Each_cursor_is_different_and_shows_nothing_of_its_position()
    {
        var position = "{\"pk\":{\"S\":\"CUSTOMER#secret\"}}"u8.ToArray();
        var cursors = Enumerable.Range(0, 100).Select(_ => Seal.Close(position, [])).ToArray();

        Assert.Equal(100, cursors.Select(cursor => cursor[4..]).Distinct().Count());
        Assert.All(cursors, cursor => Assert.True(Base64Url.DecodeFromChars(cursor).AsSpan().IndexOf("CUSTOMER"u8) < 0));
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("AQ")]
    [InlineData("not a cursor")]
    [InlineData("AQ==")]
    [InlineData("{}")]
    [InlineData("\u00e9\ud83d")]
    public void Text_that_is_no_cursor_does_not_open(string text)
    {
        Assert.Null(TryOpen(Seal, text, []));
    }

    [Fact]
    public void A_cursor_is_taken_only_as_it_was_written()
    {
        // 1 + 24 + 1 + 16 bytes are 42, which base64url writes without spare bits; 43 leave four of them.
        var cursor = Seal.Close([1, 2], []);
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var spare = Alphabet[Alphabet.IndexOf(cursor[^1]) ^ 1];

        Assert.NotNull(TryOpen(Seal, cursor, []));
        Assert.Null(TryOpen(Seal, cursor[..^1] + spare, []));
        Assert.Null(TryOpen(Seal, cursor + "==", []));
        Assert.Null(TryOpen(Seal, cursor + "\n", []));
        Assert.Null(TryOpen(Seal, " " + cursor, []));
        Assert.Null(TryOpen(Seal, cursor[..4] + "\r\n" + cursor[4..], []));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    public void A_short_secret_is_refused(int length)
    {
        var exception = Assert.Throws<ArgumentException>(() => new CursorSeal(new byte[length]));

        Assert.Contains("at least 32", exception.Message);
    }

    [Fact]
    public void Cursors_are_made_and_opened_by_many_threads_at_once()
    {
        Parallel.For(0, 2000, i =>
        {
            var position = BitConverter.GetBytes(i);
            Assert.Equal(position, TryOpen(Seal, Seal.Close(position, [7]), [7]));
        });
    }

    /// <summary>A cursor that another implementation of HKDF and AES-GCM made, and that every release must open.</summary>
    [Fact]
    public void The_format_stays()
    {
        const string Cursor = "AWRlZmdoaWprbG1ub3BxcnN0dXZ3eHl6e0Ib0cA-SZqhPz2M2WAhQ0mPHBNUzCdxbA";

        Assert.Equal("position"u8.ToArray(), TryOpen(Seal, Cursor, "query"u8));
    }

    private static byte[]? TryOpen(CursorSeal seal, string cursor, ReadOnlySpan<byte> query) =>
        CursorSeal.TryDecode(cursor, out var bytes) && seal.TryOpen(bytes, query, out var position) ? position : null;

    private static void Check<T>(Gen<T> values, Func<T, bool> holds, int cases = 2000) =>
        Prop.ForAll(values.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(cases));
}
