using System.Globalization;
using System.Text.Json;

namespace DynamoGen.Benchmarks.Orders;

/// <summary>Reads a page of orders as one would by hand over the framework's reader: names compared as UTF-8, values parsed from their bytes.</summary>
public static class PlainOrderReader
{
    public static List<Order> Read(byte[] page)
    {
        var orders = new List<Order>(1000);
        var reader = new Utf8JsonReader(page);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isItems = reader.ValueTextEquals("Items"u8);
            reader.Read();
            if (!isItems)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                orders.Add(Order(ref reader));
            }
        }

        return orders;
    }

    private static Order Order(ref Utf8JsonReader reader)
    {
        int orderId = 0, employeeId = 0, shipperId = 0;
        string customerId = string.Empty, shipName = string.Empty, shipCity = string.Empty;
        DateTimeOffset orderedAt = default, requiredAt = default;
        OrderStatus status = default;
        decimal freight = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("OrderId"u8))
            {
                orderId = Integer(ref reader);
            }
            else if (reader.ValueTextEquals("CustomerId"u8))
            {
                customerId = Text(ref reader);
            }
            else if (reader.ValueTextEquals("EmployeeId"u8))
            {
                employeeId = Integer(ref reader);
            }
            else if (reader.ValueTextEquals("OrderedAt"u8))
            {
                orderedAt = Instant(ref reader);
            }
            else if (reader.ValueTextEquals("RequiredAt"u8))
            {
                requiredAt = Instant(ref reader);
            }
            else if (reader.ValueTextEquals("Status"u8))
            {
                Content(ref reader);
                status = reader.ValueTextEquals("Open"u8) ? OrderStatus.Open : OrderStatus.Shipped;
                reader.Read();
            }
            else if (reader.ValueTextEquals("ShipperId"u8))
            {
                shipperId = Integer(ref reader);
            }
            else if (reader.ValueTextEquals("Freight"u8))
            {
                Content(ref reader);
                freight = decimal.Parse(reader.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture);
                reader.Read();
            }
            else if (reader.ValueTextEquals("ShipName"u8))
            {
                shipName = Text(ref reader);
            }
            else if (reader.ValueTextEquals("ShipCity"u8))
            {
                shipCity = Text(ref reader);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return new Order
        {
            OrderId = orderId,
            CustomerId = customerId,
            EmployeeId = employeeId,
            OrderedAt = orderedAt,
            RequiredAt = requiredAt,
            Status = status,
            ShipperId = shipperId,
            Freight = freight,
            ShipName = shipName,
            ShipCity = shipCity,
        };
    }

    /// <summary>Goes to the content of the attribute value behind a name.</summary>
    private static void Content(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Read();
        reader.Read();
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        Content(ref reader);
        var value = reader.GetString()!;
        reader.Read();
        return value;
    }

    private static int Integer(ref Utf8JsonReader reader)
    {
        Content(ref reader);
        var value = int.Parse(reader.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        reader.Read();
        return value;
    }

    private static DateTimeOffset Instant(ref Utf8JsonReader reader)
    {
        Content(ref reader);
        var value = reader.GetDateTimeOffset();
        reader.Read();
        return value;
    }
}
