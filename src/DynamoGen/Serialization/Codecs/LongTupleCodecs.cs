using System.ComponentModel;

namespace DynamoGen.Serialization.Codecs;

/// <summary>Writes and reads a tuple of five elements as an L.</summary>
/// <typeparam name="T1">The type of the first element.</typeparam>
/// <typeparam name="T2">The type of the second element.</typeparam>
/// <typeparam name="T3">The type of the third element.</typeparam>
/// <typeparam name="T4">The type of the fourth element.</typeparam>
/// <typeparam name="T5">The type of the fifth element.</typeparam>
/// <typeparam name="TCodec1">Writes and reads the first element.</typeparam>
/// <typeparam name="TCodec2">Writes and reads the second element.</typeparam>
/// <typeparam name="TCodec3">Writes and reads the third element.</typeparam>
/// <typeparam name="TCodec4">Writes and reads the fourth element.</typeparam>
/// <typeparam name="TCodec5">Writes and reads the fifth element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TupleCodec<T1, T2, T3, T4, T5, TCodec1, TCodec2, TCodec3, TCodec4, TCodec5> : ITupleCodec<ValueTuple<T1, T2, T3, T4, T5>>
    where TCodec1 : struct, IValueCodec<T1>
    where TCodec2 : struct, IValueCodec<T2>
    where TCodec3 : struct, IValueCodec<T3>
    where TCodec4 : struct, IValueCodec<T4>
    where TCodec5 : struct, IValueCodec<T5>
{
    /// <inheritdoc/>
    public static void WriteElements(WireWriter writer, ValueTuple<T1, T2, T3, T4, T5> value)
    {
        TupleContent.Element<T1, TCodec1>(writer, value.Item1);
        TupleContent.Element<T2, TCodec2>(writer, value.Item2);
        TupleContent.Element<T3, TCodec3>(writer, value.Item3);
        TupleContent.Element<T4, TCodec4>(writer, value.Item4);
        TupleContent.Element<T5, TCodec5>(writer, value.Item5);
    }

    /// <inheritdoc/>
    public static ValueTuple<T1, T2, T3, T4, T5> ReadElements(ref WireReader reader) => new(
        TupleContent.Element<T1, TCodec1>(ref reader),
        TupleContent.Element<T2, TCodec2>(ref reader),
        TupleContent.Element<T3, TCodec3>(ref reader),
        TupleContent.Element<T4, TCodec4>(ref reader),
        TupleContent.Element<T5, TCodec5>(ref reader));

    /// <inheritdoc/>
    public static void Write(WireWriter writer, ValueTuple<T1, T2, T3, T4, T5> value) =>
        TupleContent.Write<ValueTuple<T1, T2, T3, T4, T5>, TupleCodec<T1, T2, T3, T4, T5, TCodec1, TCodec2, TCodec3, TCodec4, TCodec5>>(writer, value);

    /// <inheritdoc/>
    public static ValueTuple<T1, T2, T3, T4, T5> Read(ref WireReader reader) =>
        TupleContent.Read<ValueTuple<T1, T2, T3, T4, T5>, TupleCodec<T1, T2, T3, T4, T5, TCodec1, TCodec2, TCodec3, TCodec4, TCodec5>>(ref reader);
}

/// <summary>Writes and reads a tuple of six elements as an L.</summary>
/// <typeparam name="T1">The type of the first element.</typeparam>
/// <typeparam name="T2">The type of the second element.</typeparam>
/// <typeparam name="T3">The type of the third element.</typeparam>
/// <typeparam name="T4">The type of the fourth element.</typeparam>
/// <typeparam name="T5">The type of the fifth element.</typeparam>
/// <typeparam name="T6">The type of the sixth element.</typeparam>
/// <typeparam name="TCodec1">Writes and reads the first element.</typeparam>
/// <typeparam name="TCodec2">Writes and reads the second element.</typeparam>
/// <typeparam name="TCodec3">Writes and reads the third element.</typeparam>
/// <typeparam name="TCodec4">Writes and reads the fourth element.</typeparam>
/// <typeparam name="TCodec5">Writes and reads the fifth element.</typeparam>
/// <typeparam name="TCodec6">Writes and reads the sixth element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TupleCodec<T1, T2, T3, T4, T5, T6, TCodec1, TCodec2, TCodec3, TCodec4, TCodec5, TCodec6>
    : ITupleCodec<ValueTuple<T1, T2, T3, T4, T5, T6>>
    where TCodec1 : struct, IValueCodec<T1>
    where TCodec2 : struct, IValueCodec<T2>
    where TCodec3 : struct, IValueCodec<T3>
    where TCodec4 : struct, IValueCodec<T4>
    where TCodec5 : struct, IValueCodec<T5>
    where TCodec6 : struct, IValueCodec<T6>
{
    /// <inheritdoc/>
    public static void WriteElements(WireWriter writer, ValueTuple<T1, T2, T3, T4, T5, T6> value)
    {
        TupleContent.Element<T1, TCodec1>(writer, value.Item1);
        TupleContent.Element<T2, TCodec2>(writer, value.Item2);
        TupleContent.Element<T3, TCodec3>(writer, value.Item3);
        TupleContent.Element<T4, TCodec4>(writer, value.Item4);
        TupleContent.Element<T5, TCodec5>(writer, value.Item5);
        TupleContent.Element<T6, TCodec6>(writer, value.Item6);
    }

    /// <inheritdoc/>
    public static ValueTuple<T1, T2, T3, T4, T5, T6> ReadElements(ref WireReader reader) => new(
        TupleContent.Element<T1, TCodec1>(ref reader),
        TupleContent.Element<T2, TCodec2>(ref reader),
        TupleContent.Element<T3, TCodec3>(ref reader),
        TupleContent.Element<T4, TCodec4>(ref reader),
        TupleContent.Element<T5, TCodec5>(ref reader),
        TupleContent.Element<T6, TCodec6>(ref reader));

    /// <inheritdoc/>
    public static void Write(WireWriter writer, ValueTuple<T1, T2, T3, T4, T5, T6> value) =>
        TupleContent.Write<
            ValueTuple<T1, T2, T3, T4, T5, T6>,
            TupleCodec<T1, T2, T3, T4, T5, T6, TCodec1, TCodec2, TCodec3, TCodec4, TCodec5, TCodec6>>(writer, value);

    /// <inheritdoc/>
    public static ValueTuple<T1, T2, T3, T4, T5, T6> Read(ref WireReader reader) =>
        TupleContent.Read<
            ValueTuple<T1, T2, T3, T4, T5, T6>,
            TupleCodec<T1, T2, T3, T4, T5, T6, TCodec1, TCodec2, TCodec3, TCodec4, TCodec5, TCodec6>>(ref reader);
}

/// <summary>Writes and reads a tuple of seven elements as an L.</summary>
/// <typeparam name="T1">The type of the first element.</typeparam>
/// <typeparam name="T2">The type of the second element.</typeparam>
/// <typeparam name="T3">The type of the third element.</typeparam>
/// <typeparam name="T4">The type of the fourth element.</typeparam>
/// <typeparam name="T5">The type of the fifth element.</typeparam>
/// <typeparam name="T6">The type of the sixth element.</typeparam>
/// <typeparam name="T7">The type of the seventh element.</typeparam>
/// <typeparam name="TCodec1">Writes and reads the first element.</typeparam>
/// <typeparam name="TCodec2">Writes and reads the second element.</typeparam>
/// <typeparam name="TCodec3">Writes and reads the third element.</typeparam>
/// <typeparam name="TCodec4">Writes and reads the fourth element.</typeparam>
/// <typeparam name="TCodec5">Writes and reads the fifth element.</typeparam>
/// <typeparam name="TCodec6">Writes and reads the sixth element.</typeparam>
/// <typeparam name="TCodec7">Writes and reads the seventh element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TupleCodec<T1, T2, T3, T4, T5, T6, T7, TCodec1, TCodec2, TCodec3, TCodec4, TCodec5, TCodec6, TCodec7>
    : ITupleCodec<ValueTuple<T1, T2, T3, T4, T5, T6, T7>>
    where TCodec1 : struct, IValueCodec<T1>
    where TCodec2 : struct, IValueCodec<T2>
    where TCodec3 : struct, IValueCodec<T3>
    where TCodec4 : struct, IValueCodec<T4>
    where TCodec5 : struct, IValueCodec<T5>
    where TCodec6 : struct, IValueCodec<T6>
    where TCodec7 : struct, IValueCodec<T7>
{
    /// <inheritdoc/>
    public static void WriteElements(WireWriter writer, ValueTuple<T1, T2, T3, T4, T5, T6, T7> value)
    {
        TupleContent.Element<T1, TCodec1>(writer, value.Item1);
        TupleContent.Element<T2, TCodec2>(writer, value.Item2);
        TupleContent.Element<T3, TCodec3>(writer, value.Item3);
        TupleContent.Element<T4, TCodec4>(writer, value.Item4);
        TupleContent.Element<T5, TCodec5>(writer, value.Item5);
        TupleContent.Element<T6, TCodec6>(writer, value.Item6);
        TupleContent.Element<T7, TCodec7>(writer, value.Item7);
    }

    /// <inheritdoc/>
    public static ValueTuple<T1, T2, T3, T4, T5, T6, T7> ReadElements(ref WireReader reader) => new(
        TupleContent.Element<T1, TCodec1>(ref reader),
        TupleContent.Element<T2, TCodec2>(ref reader),
        TupleContent.Element<T3, TCodec3>(ref reader),
        TupleContent.Element<T4, TCodec4>(ref reader),
        TupleContent.Element<T5, TCodec5>(ref reader),
        TupleContent.Element<T6, TCodec6>(ref reader),
        TupleContent.Element<T7, TCodec7>(ref reader));

    /// <inheritdoc/>
    public static void Write(WireWriter writer, ValueTuple<T1, T2, T3, T4, T5, T6, T7> value) =>
        TupleContent.Write<
            ValueTuple<T1, T2, T3, T4, T5, T6, T7>,
            TupleCodec<T1, T2, T3, T4, T5, T6, T7, TCodec1, TCodec2, TCodec3, TCodec4, TCodec5, TCodec6, TCodec7>>(writer, value);

    /// <inheritdoc/>
    public static ValueTuple<T1, T2, T3, T4, T5, T6, T7> Read(ref WireReader reader) =>
        TupleContent.Read<
            ValueTuple<T1, T2, T3, T4, T5, T6, T7>,
            TupleCodec<T1, T2, T3, T4, T5, T6, T7, TCodec1, TCodec2, TCodec3, TCodec4, TCodec5, TCodec6, TCodec7>>(ref reader);
}

/// <summary>Writes and reads a tuple of seven elements and a rest as an L.</summary>
/// <typeparam name="T1">The type of the first element.</typeparam>
/// <typeparam name="T2">The type of the second element.</typeparam>
/// <typeparam name="T3">The type of the third element.</typeparam>
/// <typeparam name="T4">The type of the fourth element.</typeparam>
/// <typeparam name="T5">The type of the fifth element.</typeparam>
/// <typeparam name="T6">The type of the sixth element.</typeparam>
/// <typeparam name="T7">The type of the seventh element.</typeparam>
/// <typeparam name="TRest">The type of the rest, a tuple itself.</typeparam>
/// <typeparam name="TCodec1">Writes and reads the first element.</typeparam>
/// <typeparam name="TCodec2">Writes and reads the second element.</typeparam>
/// <typeparam name="TCodec3">Writes and reads the third element.</typeparam>
/// <typeparam name="TCodec4">Writes and reads the fourth element.</typeparam>
/// <typeparam name="TCodec5">Writes and reads the fifth element.</typeparam>
/// <typeparam name="TCodec6">Writes and reads the sixth element.</typeparam>
/// <typeparam name="TCodec7">Writes and reads the seventh element.</typeparam>
/// <typeparam name="TRestCodec">Writes and reads the rest.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TupleCodec<T1, T2, T3, T4, T5, T6, T7, TRest, TCodec1, TCodec2, TCodec3, TCodec4, TCodec5, TCodec6, TCodec7, TRestCodec>
    : ITupleCodec<ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest>>
    where TRest : struct
    where TCodec1 : struct, IValueCodec<T1>
    where TCodec2 : struct, IValueCodec<T2>
    where TCodec3 : struct, IValueCodec<T3>
    where TCodec4 : struct, IValueCodec<T4>
    where TCodec5 : struct, IValueCodec<T5>
    where TCodec6 : struct, IValueCodec<T6>
    where TCodec7 : struct, IValueCodec<T7>
    where TRestCodec : struct, ITupleCodec<TRest>
{
    /// <inheritdoc/>
    public static void WriteElements(WireWriter writer, ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest> value)
    {
        TupleContent.Element<T1, TCodec1>(writer, value.Item1);
        TupleContent.Element<T2, TCodec2>(writer, value.Item2);
        TupleContent.Element<T3, TCodec3>(writer, value.Item3);
        TupleContent.Element<T4, TCodec4>(writer, value.Item4);
        TupleContent.Element<T5, TCodec5>(writer, value.Item5);
        TupleContent.Element<T6, TCodec6>(writer, value.Item6);
        TupleContent.Element<T7, TCodec7>(writer, value.Item7);
        TRestCodec.WriteElements(writer, value.Rest);
    }

    /// <inheritdoc/>
    public static ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest> ReadElements(ref WireReader reader) => new(
        TupleContent.Element<T1, TCodec1>(ref reader),
        TupleContent.Element<T2, TCodec2>(ref reader),
        TupleContent.Element<T3, TCodec3>(ref reader),
        TupleContent.Element<T4, TCodec4>(ref reader),
        TupleContent.Element<T5, TCodec5>(ref reader),
        TupleContent.Element<T6, TCodec6>(ref reader),
        TupleContent.Element<T7, TCodec7>(ref reader),
        TRestCodec.ReadElements(ref reader));

    /// <inheritdoc/>
    public static void Write(WireWriter writer, ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest> value) =>
        TupleContent.Write<
            ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest>,
            TupleCodec<T1, T2, T3, T4, T5, T6, T7, TRest, TCodec1, TCodec2, TCodec3, TCodec4, TCodec5, TCodec6, TCodec7, TRestCodec>>(writer, value);

    /// <inheritdoc/>
    public static ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest> Read(ref WireReader reader) =>
        TupleContent.Read<
            ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest>,
            TupleCodec<T1, T2, T3, T4, T5, T6, T7, TRest, TCodec1, TCodec2, TCodec3, TCodec4, TCodec5, TCodec6, TCodec7, TRestCodec>>(ref reader);
}
