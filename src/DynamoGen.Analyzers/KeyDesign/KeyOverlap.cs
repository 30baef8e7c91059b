using DynamoGen.Declarations.Keys;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>
/// Decides whether two keys can be one: whether each attribute of both can have one text, and whether a value that stands in several attributes of one
/// key can be in all of them what the other key has there.
/// </summary>
internal static class KeyOverlap
{
    /// <summary>Whether two key attributes can hold one value.</summary>
    public static bool Of(KeyAttributeModel left, KeyAttributeModel right) => AttributeTexts.Of(left).Meets(AttributeTexts.Of(right));

    /// <summary>Whether two entities can have one key.</summary>
    public static bool Of(KeyModel left, KeyModel right) => Of(KeyTexts.Of(left), KeyTexts.Of(right));

    /// <summary>Whether two keys can be one, in the attributes that both have.</summary>
    public static bool Of(KeyTexts left, KeyTexts right)
    {
        var count = Math.Min(left.Attributes.Count, right.Attributes.Count);
        return !Enumerable.Range(0, count).Any(i => left.Attributes[i].DiffersAtOnce(right.Attributes[i]))
            && Enumerable.Range(0, count).All(i => left.Attributes[i].Meets(right.Attributes[i]))
            && SharedValuesExist(left, right, count)
            && SharedValuesExist(right, left, count);
    }

    private static bool SharedValuesExist(KeyTexts key, KeyTexts other, int count)
    {
        return Enumerable.Range(0, count)
            .SelectMany(i => key.Attributes[i].Values, (i, value) => (Index: i, Texts: value))
            .GroupBy(place => place.Texts.Value)
            .All(places => places.Skip(1).All(second => Exists(places.First(), second)));

        bool Exists((int Index, ValueTexts Texts) first, (int Index, ValueTexts Texts) second)
        {
            var pair = new TextAutomaton();
            return first.Index == second.Index
                || !pair.Pair(first.Texts.Part, second.Texts.Part)
                || new SharedValue(pair, Place(first.Index, first.Texts), Place(second.Index, second.Texts)).Exists();
        }

        SharedValue.Place Place(int index, ValueTexts value)
        {
            var texts = other.Attributes[index].Texts;
            var (entered, left) = TextProduct.Through(key.Attributes[index].Texts, texts, value.Start, value.End);
            return new(texts, entered, left);
        }
    }
}
