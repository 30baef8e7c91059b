using System.Runtime.CompilerServices;
using DynamoGen.Serialization;

namespace DynamoGen.Streams;

/// <summary>
/// What stood between the values of the record before, in the same event. The records of an event mostly differ in these values alone, so that one
/// comparison of bytes takes the place of reading the rest again; where it differs, it is read, and remembered.
/// </summary>
[InlineArray((int)RecordMember.End)]
internal struct RecordFrame
{
    private Piece _piece;

    /// <summary>Steps over what stood behind a value before, if it stands there again.</summary>
    /// <param name="last">The member whose value was read last.</param>
    /// <param name="reader">Stands behind the value; afterwards before the next one.</param>
    /// <param name="origin">Takes what the bytes say.</param>
    /// <returns>The member whose value comes next; <see cref="RecordMember.None"/> where other bytes stand there.</returns>
    public readonly RecordMember TryTake(RecordMember last, ref WireReader reader, ref RecordOrigin origin)
    {
        ref readonly var piece = ref this[(int)last];
        if (piece.Text.IsEmpty || !reader.TryTakeAgain(piece.Text.Start, piece.Text.Length, piece.Levels))
        {
            return RecordMember.None;
        }

        origin.Add(piece.Origin);
        return piece.Next;
    }

    /// <summary>Remembers what stands behind a value.</summary>
    /// <param name="last">The member whose value was read before it.</param>
    /// <param name="text">What stands there.</param>
    /// <param name="next">The member whose value comes next.</param>
    /// <param name="origin">What the bytes say.</param>
    public void Keep(RecordMember last, Slice text, RecordMember next, in RecordOrigin origin) =>
        this[(int)last] = new Piece(text, next, LevelOf(next) - LevelOf(last), origin);

    /// <summary>How many objects are open where the value of a member stands.</summary>
    public static int LevelOf(RecordMember member) => member switch
    {
        RecordMember.End => 0,
        RecordMember.None or RecordMember.EventId or RecordMember.EventName => 1,
        _ => 2,
    };

    private readonly record struct Piece(Slice Text, RecordMember Next, int Levels, RecordOrigin Origin);
}
