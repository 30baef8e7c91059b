using System.Text;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Serialization;

namespace DynamoGen.Transport.Clients;

/// <summary>
/// The members of a JSON object that an object of the SDK is made of. One that is not listed is an error: to leave it out would change what is asked.
/// </summary>
/// <typeparam name="T">The SDK's type.</typeparam>
internal sealed class RequestMembers<T>
    where T : new()
{
    private readonly Dictionary<string, ReadMember> _members = [];

    private delegate void ReadMember(T target, ref WireReader reader);

    /// <exception cref="NotSupportedException">The object has a member that is not listed.</exception>
    /// <exception cref="ItemFormatException">It is not JSON of this form.</exception>
    public T Read(ref WireReader reader)
    {
        var target = new T();
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            var text = Encoding.UTF8.GetString(name);
            if (!_members.TryGetValue(text, out var read))
            {
                throw new NotSupportedException(
                    $"The request has the member '{text}', which {nameof(ClientTransport)} cannot give to a client in {typeof(T).Name}.");
            }

            read(target, ref reader);
        }

        return target;
    }

    public RequestMembers<T> Text(string name, Action<T, string> set) => Add(name, (target, ref reader) => set(target, JsonValues.Text(ref reader)));

    public RequestMembers<T> Flag(string name, Action<T, bool> set) => Add(name, (target, ref reader) => set(target, reader.ReadJsonBoolean()));

    public RequestMembers<T> Number(string name, Action<T, int> set) => Add(name, (target, ref reader) => set(target, (int)reader.ReadJsonNumber()));

    /// <summary>A map of attribute values: an item, a key, or the values of an expression.</summary>
    public RequestMembers<T> Attributes(string name, Action<T, Dictionary<string, AttributeValue>> set) =>
        Add(name, (target, ref reader) => set(target, JsonValues.Attributes(ref reader)));

    /// <summary>A list of maps of attribute values.</summary>
    public RequestMembers<T> AttributesList(string name, Action<T, List<Dictionary<string, AttributeValue>>> set) =>
        Add(name, (target, ref reader) => set(target, JsonValues.List(ref reader, JsonValues.Attributes)));

    /// <summary>A map of texts, such as the names of an expression.</summary>
    public RequestMembers<T> Texts(string name, Action<T, Dictionary<string, string>> set) =>
        Add(name, (target, ref reader) => set(target, JsonValues.Map(ref reader, JsonValues.Text)));

    public RequestMembers<T> Object<TMember>(string name, RequestMembers<TMember> members, Action<T, TMember> set)
        where TMember : new() =>
        Add(name, (target, ref reader) => set(target, members.Read(ref reader)));

    public RequestMembers<T> List<TMember>(string name, RequestMembers<TMember> members, Action<T, List<TMember>> set)
        where TMember : new() =>
        Add(name, (target, ref reader) => set(target, JsonValues.List(ref reader, members.Read)));

    public RequestMembers<T> Map<TMember>(string name, RequestMembers<TMember> members, Action<T, Dictionary<string, TMember>> set)
        where TMember : new() =>
        Add(name, (target, ref reader) => set(target, JsonValues.Map(ref reader, members.Read)));

    public RequestMembers<T> MapOfLists<TMember>(string name, RequestMembers<TMember> members, Action<T, Dictionary<string, List<TMember>>> set)
        where TMember : new() =>
        Add(name, (target, ref reader) => set(target, JsonValues.Map(ref reader, (ref reader) => JsonValues.List(ref reader, members.Read))));

    private RequestMembers<T> Add(string name, ReadMember read)
    {
        _members.Add(name, read);
        return this;
    }
}
