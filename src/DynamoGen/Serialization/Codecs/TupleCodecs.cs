using System.ComponentModel;

namespace DynamoGen.Serialization.Codecs;

/// <summary>Writes and reads a tuple of one element as an L.</summary>
/// <typeparam name="T1">The type of the first element.</typeparam>
/// <typeparam name="TCodec1">Writes and reads the first element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TupleCodec<T1, TCodec1> : ITupleCodec<ValueTuple<T1>>
    where TCodec1 : struct, IValueCodec<T1>
{
    /// <inheritdoc/>
    public static void WriteElements(WireWriter writer, ValueTuple<T1> value)
    {
        TupleContent.Element<T1, TCodec1>(writer, value.Item1);
    }

    /// <inheritdoc/>
    public static ValueTuple<T1> ReadElements(ref WireReader reader) => new(
        TupleContent.Element<T1, TCodec1>(ref reader));

    /// <inheritdoc/>
    public static void Write(WireWriter writer, ValueTuple<T1> value) =>
        TupleContent.Write<ValueTuple<T1>, TupleCodec<T1, TCodec1>>(writer, value);

    /// <inheritdoc/>
    public static ValueTuple<T1> Read(ref WireReader reader) =>
        TupleContent.Read<ValueTuple<T1>, TupleCodec<T1, TCodec1>>(ref reader);
}

/// <summary>Writes and reads a tuple of two elements as an L.</summary>
/// <typeparam name="T1">The type of the first element.</typeparam>
/// <typeparam name="T2">The type of the second element.</typeparam>
/// <typeparam name="TCodec1">Writes and reads the first element.</typeparam>
/// <typeparam name="TCodec2">Writes and reads the second element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TupleCodec<T1, T2, TCodec1, TCodec2> : ITupleCodec<ValueTuple<T1, T2>>
    where TCodec1 : struct, IValueCodec<T1>
    where TCodec2 : struct, IValueCodec<T2>
{
    /// <inheritdoc/>
    public static void WriteElements(WireWriter writer, ValueTuple<T1, T2> value)
    {
        TupleContent.Element<T1, TCodec1>(writer, value.Item1);
        TupleContent.Element<T2, TCodec2>(writer, value.Item2);
    }

    /// <inheritdoc/>
    public static ValueTuple<T1, T2> ReadElements(ref WireReader reader) => new(
        TupleContent.Element<T1, TCodec1>(ref reader),
        TupleContent.Element<T2, TCodec2>(ref reader));

    /// <inheritdoc/>
    public static void Write(WireWriter writer, ValueTuple<T1, T2> value) =>
        TupleContent.Write<ValueTuple<T1, T2>, TupleCodec<T1, T2, TCodec1, TCodec2>>(writer, value);

    /// <inheritdoc/>
    public static ValueTuple<T1, T2> Read(ref WireReader reader) =>
        TupleContent.Read<ValueTuple<T1, T2>, TupleCodec<T1, T2, TCodec1, TCodec2>>(ref reader);
}

/// <summary>Writes and reads a tuple of three elements as an L.</summary>
/// <typeparam name="T1">The type of the first element.</typeparam>
/// <typeparam name="T2">The type of the second element.</typeparam>
/// <typeparam name="T3">The type of the third element.</typeparam>
/// <typeparam name="TCodec1">Writes and reads the first element.</typeparam>
/// <typeparam name="TCodec2">Writes and reads the second element.</typeparam>
/// <typeparam name="TCodec3">Writes and reads the third element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TupleCodec<T1, T2, T3, TCodec1, TCodec2, TCodec3> : ITupleCodec<ValueTuple<T1, T2, T3>>
    where TCodec1 : struct, IValueCodec<T1>
    where TCodec2 : struct, IValueCodec<T2>
    where TCodec3 : struct, IValueCodec<T3>
{
    /// <inheritdoc/>
    public static void WriteElements(WireWriter writer, ValueTuple<T1, T2, T3> value)
    {
        TupleContent.Element<T1, TCodec1>(writer, value.Item1);
        TupleContent.Element<T2, TCodec2>(writer, value.Item2);
        TupleContent.Element<T3, TCodec3>(writer, value.Item3);
    }

    /// <inheritdoc/>
    public static ValueTuple<T1, T2, T3> ReadElements(ref WireReader reader) => new(
        TupleContent.Element<T1, TCodec1>(ref reader),
        TupleContent.Element<T2, TCodec2>(ref reader),
        TupleContent.Element<T3, TCodec3>(ref reader));

    /// <inheritdoc/>
    public static void Write(WireWriter writer, ValueTuple<T1, T2, T3> value) =>
        TupleContent.Write<ValueTuple<T1, T2, T3>, TupleCodec<T1, T2, T3, TCodec1, TCodec2, TCodec3>>(writer, value);

    /// <inheritdoc/>
    public static ValueTuple<T1, T2, T3> Read(ref WireReader reader) =>
        TupleContent.Read<ValueTuple<T1, T2, T3>, TupleCodec<T1, T2, T3, TCodec1, TCodec2, TCodec3>>(ref reader);
}

/// <summary>Writes and reads a tuple of four elements as an L.</summary>
/// <typeparam name="T1">The type of the first element.</typeparam>
/// <typeparam name="T2">The type of the second element.</typeparam>
/// <typeparam name="T3">The type of the third element.</typeparam>
/// <typeparam name="T4">The type of the fourth element.</typeparam>
/// <typeparam name="TCodec1">Writes and reads the first element.</typeparam>
/// <typeparam name="TCodec2">Writes and reads the second element.</typeparam>
/// <typeparam name="TCodec3">Writes and reads the third element.</typeparam>
/// <typeparam name="TCodec4">Writes and reads the fourth element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TupleCodec<T1, T2, T3, T4, TCodec1, TCodec2, TCodec3, TCodec4> : ITupleCodec<ValueTuple<T1, T2, T3, T4>>
    where TCodec1 : struct, IValueCodec<T1>
    where TCodec2 : struct, IValueCodec<T2>
    where TCodec3 : struct, IValueCodec<T3>
    where TCodec4 : struct, IValueCodec<T4>
{
    /// <inheritdoc/>
    public static void WriteElements(WireWriter writer, ValueTuple<T1, T2, T3, T4> value)
    {
        TupleContent.Element<T1, TCodec1>(writer, value.Item1);
        TupleContent.Element<T2, TCodec2>(writer, value.Item2);
        TupleContent.Element<T3, TCodec3>(writer, value.Item3);
        TupleContent.Element<T4, TCodec4>(writer, value.Item4);
    }

    /// <inheritdoc/>
    public static ValueTuple<T1, T2, T3, T4> ReadElements(ref WireReader reader) => new(
        TupleContent.Element<T1, TCodec1>(ref reader),
        TupleContent.Element<T2, TCodec2>(ref reader),
        TupleContent.Element<T3, TCodec3>(ref reader),
        TupleContent.Element<T4, TCodec4>(ref reader));

    /// <inheritdoc/>
    public static void Write(WireWriter writer, ValueTuple<T1, T2, T3, T4> value) =>
        TupleContent.Write<ValueTuple<T1, T2, T3, T4>, TupleCodec<T1, T2, T3, T4, TCodec1, TCodec2, TCodec3, TCodec4>>(writer, value);

    /// <inheritdoc/>
    public static ValueTuple<T1, T2, T3, T4> Read(ref WireReader reader) =>
        TupleContent.Read<ValueTuple<T1, T2, T3, T4>, TupleCodec<T1, T2, T3, T4, TCodec1, TCodec2, TCodec3, TCodec4>>(ref reader);
}
