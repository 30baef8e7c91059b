using Amazon.DynamoDBv2.Model;
using DynamoGen.Serialization;

namespace DynamoGen.Transport.Clients;

/// <summary>Writes members of responses. What the client leaves null is left out, as DynamoDB leaves it out; what is empty is written empty.</summary>
internal static class ResponseMembers
{
    /// <summary>What errors call the item that is no entity's.</summary>
    private const string Response = "response";

    extension(WireWriter writer)
    {
        /// <summary>A map of attribute values: an item or a key.</summary>
        public void Attributes(string name, Dictionary<string, AttributeValue>? attributes) =>
            writer.Value(name, attributes, static (writer, attributes) => writer.Attributes(attributes, Response));

        /// <summary>A list of items or keys.</summary>
        public void AttributesList(string name, List<Dictionary<string, AttributeValue>>? items) =>
            writer.List(name, items, static (writer, item) => writer.Attributes(item, Response));

        public void Text(string name, string? value) => writer.Value(name, value, static (writer, value) => writer.Quoted(value));

        public void Flag(string name, bool? value) => writer.Number(name, value, static (writer, value) => writer.Boolean(value));

        public void Number(string name, int? value) => writer.Number(name, value, static (writer, value) => writer.Number(value));

        public void Number(string name, double? value) => writer.Number(name, value, static (writer, value) => writer.Number(value));

        /// <summary>A map of texts.</summary>
        public void Texts(string name, Dictionary<string, string>? texts) => writer.Map(name, texts, static (writer, text) => writer.Quoted(text));

        public void Object<T>(string name, T? value, Action<WireWriter, T> writeMembers)
            where T : class =>
            writer.Value(name, value, (writer, value) => writer.Object(value, writeMembers));

        public void Object<T>(T value, Action<WireWriter, T> writeMembers)
        {
            writer.Raw("{"u8);
            writeMembers(writer, value);
            writer.Raw("}"u8);
        }

        public void List<T>(string name, List<T>? values, Action<WireWriter, T> write) =>
            writer.Value(name, values, (writer, values) => writer.List(values, write));

        public void List<T>(List<T> values, Action<WireWriter, T> write)
        {
            writer.Raw("["u8);
            foreach (var value in values)
            {
                writer.Separator();
                write(writer, value);
            }

            writer.Raw("]"u8);
        }

        public void Map<T>(string name, Dictionary<string, T>? values, Action<WireWriter, T> write) =>
            writer.Value(name, values, (writer, values) => writer.Object(values, (writer, values) =>
            {
                foreach (var (key, value) in values)
                {
                    writer.MemberName(key);
                    write(writer, value);
                }
            }));

        private void Quoted(string text)
        {
            writer.Raw("\""u8);
            writer.Text(text);
            writer.Raw("\""u8);
        }

        private void Number<T>(string name, T? value, Action<WireWriter, T> write)
            where T : struct
        {
            if (value is { } known)
            {
                writer.MemberName(name);
                write(writer, known);
            }
        }

        private void Value<T>(string name, T? value, Action<WireWriter, T> write)
            where T : class
        {
            if (value is not null)
            {
                writer.MemberName(name);
                write(writer, value);
            }
        }
    }
}
