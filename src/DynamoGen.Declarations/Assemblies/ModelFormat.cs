using System.Globalization;

namespace DynamoGen.Declarations.Assemblies;

/// <summary>
/// Tells the form in which a model is written from that of other versions of the generator: a hash of the names and types of all that it can hold.
/// </summary>
internal static class ModelFormat<TModel>
{
    public static string Name { get; } = Hash(Describe()).ToString("x16", CultureInfo.InvariantCulture);

    private static string Describe()
    {
        var seen = new HashSet<Type>();
        var open = new Queue<Type>([typeof(TModel)]);
        var parts = new List<string>();
        while (open.Count > 0)
        {
            var type = open.Dequeue();
            if (Nullable.GetUnderlyingType(type) is { } value)
            {
                open.Enqueue(value);
            }
            else if (ModelTypes.ElementOf(type) is { } element)
            {
                open.Enqueue(element);
            }
            else if (type.IsEnum && seen.Add(type))
            {
                parts.Add($"{type.Name}: {string.Join(", ", Enum.GetNames(type))}");
            }
            else if (type.Assembly == typeof(TModel).Assembly && seen.Add(type))
            {
                foreach (var (record, fields) in ModelTypes.RecordsOf(type).Select(record => (record, ModelFields.Of(record).All.ToArray())))
                {
                    parts.Add($"{record.Name}: {string.Join(", ", fields.Select(field => $"{field.PropertyType} {field.Name}"))}");
                    Array.ForEach(fields, field => open.Enqueue(field.PropertyType));
                }
            }
        }

        return string.Join("; ", parts);
    }

    /// <summary>The FNV-1a hash of a text.</summary>
    private static ulong Hash(string text) => text.Aggregate(14695981039346656037, (hash, c) => unchecked((hash ^ c) * 1099511628211));
}
